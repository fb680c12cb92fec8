// One encrypted file of numbered records that only grows, or is replaced whole. Rules: RF1 what append has answered is on
// disk; RF2 a tail that was cut short or never reached the disk is dropped when the file is opened; RF3 a record opens
// only in its own file and at its own number; RF4 a file is replaced in one piece; RF5 a spoilt record spoils no other.
// Layout: the magic bytes, then for each record its length (4 bytes, big endian) and its encrypted piece. Record 0 says
// which file this is, so that an index can be made anew from the files.
import { open, stat, type FileHandle } from "node:fs/promises";
import { decrypt, encrypt, NotGenuine, OVERHEAD_BYTES } from "./cipher.ts";
import { writeWhole } from "./durable-files.ts";
import { MAX_CALL_BYTES, MAX_RECORD_BYTES } from "../../../shared/protocol/device-store.ts";

const MAGIC = Buffer.from("BANHOPV1");
const LENGTH_BYTES = 4;

/** Where a file lies and what opens it. */
export interface RecordFilePlace {
  path: string;
  key: Uint8Array;
  /** Which file this is: bound to every record. */
  label: string;
}

export class RecordFile {
  readonly #place: RecordFilePlace;
  #file: FileHandle;
  /** Where each record begins, and at last where the next one will. */
  #starts: number[];
  #waiting: Promise<unknown> = Promise.resolve();

  private constructor(place: RecordFilePlace, file: FileHandle, starts: number[]) {
    this.#place = place;
    this.#file = file;
    this.#starts = starts;
  }

  /** Opens a file, made when it is not there, with its torn tail cut off. @throws NotGenuine when it is none of ours */
  static async open(place: RecordFilePlace): Promise<RecordFile> {
    const isNew = (await stat(place.path).catch(() => null)) === null;
    if (isNew) await writeWhole(place.path, encode(place, 0, [Buffer.from(place.label)], true));
    const file = await open(place.path, "r+", 0o600);
    try {
      const record = new RecordFile(place, file, await readStarts(file));
      await record.#cutTornTail();
      return record;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** How many records it holds, its description not counted. */
  get count(): number {
    return this.#starts.length - 2;
  }

  /** On disk, in bytes. */
  get size(): number {
    return this.#starts.at(-1) ?? 0;
  }

  /** Adds records at the end; answered when they are on disk. @param ifCount does nothing unless there are that many */
  append(records: readonly Uint8Array[], ifCount?: number): Promise<void> {
    return this.#inTurn(async () => {
      if (ifCount !== undefined && ifCount !== this.count) return;
      const bytes = encode(this.#place, this.#starts.length - 1, records, false);
      const end = this.size;
      try {
        await this.#file.write(bytes, 0, bytes.length, end);
        await this.#file.datasync();
      } catch (error) {
        await this.#file.truncate(end).catch(() => undefined); // a full disk: opening cuts what cannot be cut now
        throw error;
      }
      for (const { length } of records) this.#starts.push(this.size + LENGTH_BYTES + OVERHEAD_BYTES + length);
    });
  }

  /**
   * Puts these records in the place of all others, in one piece.
   * @param ifCount does nothing unless there are as many records as that
   * @returns whether it did
   */
  replace(records: readonly Uint8Array[], ifCount?: number): Promise<boolean> {
    return this.#inTurn(async () => {
      if (ifCount !== undefined && ifCount !== this.count) return false;
      const { path, label } = this.#place;
      await writeWhole(path, encode(this.#place, 0, [Buffer.from(label), ...records], true));
      await this.#file.close();
      this.#file = await open(path, "r+", 0o600);
      this.#starts = await readStarts(this.#file);
      return true;
    });
  }

  /**
   * The records from a number on, at most `count`; fewer when there are no more, or when they would be too many bytes.
   * @throws NotGenuine when one of them is spoilt
   */
  read(from: number, count: number): Promise<Buffer[]> {
    return this.#inTurn(async () => {
      const records: Buffer[] = [];
      const first = this.#starts[from + 1] ?? 0;
      for (let index = from + 1; index <= from + count && index < this.#starts.length - 1; index++) {
        if (records.length > 0 && (this.#starts[index + 1] ?? 0) - first > MAX_CALL_BYTES) break;
        records.push(await this.#readRecord(index));
      }
      return records;
    });
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#file.close());
  }

  async #cutTornTail(): Promise<void> {
    for (;;) {
      const last = this.#starts.length - 2;
      if (last < 0) throw new NotGenuine("no record in it");
      try {
        await this.#readRecord(last);
        break;
      } catch (error) {
        if (!(error instanceof NotGenuine) || last === 0) throw error;
        this.#starts.pop();
      }
    }
    if ((await this.#file.stat()).size > this.size) await this.#file.truncate(this.size);
    if ((await this.#readRecord(0)).toString() !== this.#place.label) throw new NotGenuine("another file");
  }

  async #readRecord(index: number): Promise<Buffer> {
    const [start = 0, end = 0] = this.#starts.slice(index, index + 2);
    const piece = Buffer.alloc(end - start - LENGTH_BYTES);
    await this.#file.read(piece, 0, piece.length, start + LENGTH_BYTES);
    return decrypt(this.#place.key, placeOf(this.#place, index), piece);
  }

  /** One after the other: a reader never sees half a replacement. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#waiting.then(work);
    this.#waiting = done.catch(() => undefined); // the caller hears of it; the next one is not kept from working
    return done;
  }
}

/** The label in a file. @throws NotGenuine when the key is not its own */
export async function readLabel(path: string, key: Uint8Array): Promise<string> {
  const file = await open(path, "r");
  try {
    const [start, end] = await readStarts(file);
    if (start === undefined || end === undefined) throw new NotGenuine("no record in it");
    const piece = Buffer.alloc(end - start - LENGTH_BYTES);
    await file.read(piece, 0, piece.length, start + LENGTH_BYTES);
    return decrypt(key, "", piece).toString();
  } finally {
    await file.close();
  }
}

const placeOf = ({ label }: RecordFilePlace, index: number): string => (index === 0 ? "" : `${index} ${label}`);

function encode(place: RecordFilePlace, first: number, records: readonly Uint8Array[], withMagic: boolean): Buffer {
  const parts: Buffer[] = withMagic ? [MAGIC] : [];
  for (const [offset, record] of records.entries()) {
    if (record.length > MAX_RECORD_BYTES) throw new RangeError(`a record of ${record.length} bytes`);
    const piece = encrypt(place.key, placeOf(place, first + offset), record);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(piece.length);
    parts.push(length, piece);
  }
  return Buffer.concat(parts);
}

/** Where the records begin; the last entry is the end of the last whole one. @throws NotGenuine without the magic bytes */
async function readStarts(file: FileHandle): Promise<number[]> {
  const { size } = await file.stat();
  const head = Buffer.alloc(MAGIC.length);
  await file.read(head, 0, head.length, 0);
  if (!head.equals(MAGIC)) throw new NotGenuine("none of our files");
  const starts = [MAGIC.length];
  const length = Buffer.alloc(LENGTH_BYTES);
  for (let at = MAGIC.length; at + LENGTH_BYTES <= size;) {
    await file.read(length, 0, LENGTH_BYTES, at);
    const bytes = length.readUInt32BE();
    const end = at + LENGTH_BYTES + bytes;
    if (bytes < OVERHEAD_BYTES || bytes > MAX_RECORD_BYTES + OVERHEAD_BYTES || end > size) break;
    starts.push(end);
    at = end;
  }
  return starts;
}
