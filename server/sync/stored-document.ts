// The live document of a room and what is stored of it: loading, storing, compacting. It judges nothing.
import * as Y from "yjs";
import type { Logger } from "pino";
import type { Layout } from "../../shared/ydoc/layout.ts";
import { defineRoots } from "../../shared/ydoc/layouts.ts";
import type { LogRecord, UpdateLog } from "../storage/update-log.ts";
import { Bindings } from "./bindings.ts";
import { limits } from "./limits.ts";

/** After a failed reading the log is asked again this often. */
const RETRY_MS = 500;

export interface StoredDocumentOptions {
  /** The room's name in the log. */
  key: string;
  layout: Layout;
  log: UpdateLog;
  logger: Logger;
}

export class StoredDocument {
  readonly bindings = new Bindings();
  private readonly options: StoredDocumentOptions;
  private live = new Y.Doc();
  private merged: Uint8Array | null = null;
  /** Bytes of the snapshot, and of the updates stored after it. */
  private baseBytes = 0;
  private tailBytes = 0;

  constructor(options: StoredDocumentOptions) {
    this.options = options;
  }

  get doc(): Y.Doc {
    return this.live;
  }

  get bytes(): number {
    return this.baseBytes + this.tailBytes;
  }

  /** Whether something was taken in whose past is not here: then the document is not to be trusted any more. */
  get isPending(): boolean {
    return this.live.store.pendingStructs !== null || this.live.store.pendingDs !== null;
  }

  /** Replaces the live document by what is stored. @throws Error when the log cannot be read */
  async load(): Promise<void> {
    const stored = await this.options.log.load(this.options.key);
    const doc = new Y.Doc({ gc: true });
    defineRoots(doc, this.options.layout);
    const updates = stored.snapshot ? [stored.snapshot, ...stored.updates] : stored.updates;
    doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
    this.live.destroy();
    this.live = doc;
    this.bindings.reset(stored.bindings);
    this.baseBytes = stored.snapshot?.length ?? 0;
    this.tailBytes = stored.updates.reduce((bytes, update) => bytes + update.length, 0);
    doc.on("update", (update: Uint8Array) => {
      this.merged = this.merged ? Y.mergeUpdates([this.merged, update]) : update;
    });
  }

  /** Loads again until the log can be read. */
  async reload(): Promise<void> {
    for (;;) {
      try {
        return await this.load();
      } catch (error) {
        this.options.logger.error({ room: this.options.key, err: error }, "log not read");
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  /** Does all work in one transaction and returns the update it makes, or null. */
  change(work: () => void): Uint8Array | null {
    this.merged = null;
    this.live.transact(work);
    return this.merged;
  }

  /** Resolves when the update and the new bindings are on disk. @throws Error when they are not, and nothing of them is */
  async store(update: Uint8Array | null, writers: readonly string[]): Promise<void> {
    const bindings = this.bindings.takeFresh();
    if (!update && bindings.length === 0) return;
    const record: LogRecord = { room: this.options.key, writers, bindings, ...(update && { update }) };
    try {
      await this.options.log.append(record);
    } catch (error) {
      this.bindings.putBack(bindings);
      throw error;
    }
    this.tailBytes += update?.length ?? 0;
  }

  /** Compacts a tail that has grown long. Only between turns. */
  compactWhenLong(): void {
    if (this.tailBytes > Math.max(limits.tailBytes, this.baseBytes)) void this.compact();
  }

  /** Stores what is left of the tail as a snapshot and frees the document. */
  async unload(): Promise<void> {
    if (this.tailBytes > 0) await this.compact();
    this.live.destroy();
  }

  /** At a boundary only: what is encoded is what is committed, and the log takes its orders in turn. */
  private async compact(): Promise<void> {
    const snapshot = Y.encodeStateAsUpdate(this.live);
    const before = { base: this.baseBytes, tail: this.tailBytes };
    this.baseBytes = snapshot.length;
    this.tailBytes = 0;
    try {
      await this.options.log.append({ room: this.options.key, snapshot });
    } catch (error) {
      const { key, logger } = this.options;
      logger.warn({ room: key, err: error }, "not compacted; the log still has everything");
      this.baseBytes = before.base;
      this.tailBytes += before.tail;
    }
  }
}
