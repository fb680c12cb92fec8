// Who is signed in at this program, and whose vault is open therefore. Nobody opens a vault by saying who they are: the
// server answers for a token, or the password opens the seal. Rules: SK1 a vault is open only while its person is signed
// in; SK2 on a machine that is not one's own, or that keeps no keys, what is stored lies under a key that never leaves
// the memory; SK3 without the network a person gets in who signed in here before, within the days that the organisation
// allows, unless the server has refused them since; SK4 a clock that was set back opens nothing.
import { createHash } from "node:crypto";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { EnterWish } from "../../../shared/protocol/desktop-arguments.ts";
import type { DesktopSession, EnterResult, OfflineResult } from "../../../shared/protocol/desktop-bridge.ts";
import { newKey } from "./cipher.ts";
import { ignoreMissing } from "./durable-files.ts";
import type { KeyKeeper } from "./key-keeper.ts";
import { Seals } from "./seals.ts";
import { Vault } from "./vault.ts";

const SELF = { scope: "self", name: "session" } as const;
const PASSING = "passing-";
const DAY_MS = 86_400_000;
/** Clocks of old laptops go wrong by minutes, and by an hour when somebody sets the wrong zone. */
const CLOCK_TOLERANCE_MS = 2 * 3_600_000;
/** What the organisation allows until it has said otherwise. */
const DEFAULT_OFFLINE_DAYS = 14;
const wrongPasswordPauseMs = (tries: number): number => Math.min(30_000, 500 * 2 ** tries);

const selfSchema = z.object({
  personId: z.string(),
  userName: z.string(),
  /** Null after signing out: the password opens, the server asks for it again. */
  token: z.string().nullable(),
  offlineDays: z.number(),
  /** When the server last answered for this person, in milliseconds since 1970. */
  seenAt: z.number(),
  /** The server has refused this session since. */
  refused: z.boolean(),
});
type Self = z.infer<typeof selfSchema>;

const answerSchema = z.object({
  person: z.object({ id: z.string(), userName: z.string() }),
  offlineDays: z.number().optional(),
});

/** Asks the server who a token belongs to. @returns null when it does not answer, its status and body otherwise */
export type AskServer = (token: string) => Promise<{ status: number; body: unknown } | null>;

export interface SessionKeeperOptions {
  /** Where the vaults of this server lie. */
  folder: string;
  keeper: KeyKeeper;
  ask: AskServer;
  now?: () => number;
  /** As `Seals` takes it. */
  sealCost?: number;
}

interface Current {
  vault: Vault;
  self: Self;
  ownDevice: boolean;
  folder: string;
}

export class SessionKeeper {
  readonly #folder: string;
  readonly #keeper: KeyKeeper;
  readonly #ask: AskServer;
  readonly #now: () => number;
  readonly #sealCost: number | undefined;
  #current: Current | null = null;
  #wrongTries = 0;
  #waiting: Promise<unknown> = Promise.resolve();

  constructor({ folder, keeper, ask, now = Date.now, sealCost }: SessionKeeperOptions) {
    this.#folder = folder;
    this.#keeper = keeper;
    this.#ask = ask;
    this.#now = now;
    this.#sealCost = sealCost;
  }

  /** The open vault; null while nobody is signed in. */
  get vault(): Vault | null {
    return this.#current?.vault ?? null;
  }

  /** Whoever stayed signed in when the program last ended, or is signed in now. */
  resume(): Promise<DesktopSession | null> {
    return this.#inTurn(async () => {
      if (!this.#current) await this.#openRemembered();
      return this.#current && sessionOf(this.#current);
    });
  }

  /** Opens the vault of the person whom the server names for this token. */
  enter(wish: EnterWish): Promise<EnterResult> {
    return this.#inTurn(async () => {
      const who = await this.#whoIs(wish.token);
      if (typeof who === "string") return { ok: false, reason: who };
      await this.#close();
      const own = wish.ownDevice && wish.withoutKeys !== "keep-nothing";
      return own ? this.#enterOwn(wish, who) : this.#enterPassing(wish, who);
    });
  }

  /** Opens the vault of somebody who has signed in here before, by the password alone. */
  enterOffline(userName: string, password: string): Promise<OfflineResult> {
    return this.#inTurn(async () => {
      const folder = this.#folderOf(userName);
      const seals = this.#sealsOf(folder);
      if (!(await seals.hasPassword())) return { ok: false, reason: "unknown" };
      await new Promise((resolve) => setTimeout(resolve, this.#wrongTries && wrongPasswordPauseMs(this.#wrongTries)));
      const master = await seals.openByPassword(password);
      if (!master) {
        this.#wrongTries++;
        return { ok: false, reason: "wrong" };
      }
      this.#wrongTries = 0;
      const vault = await Vault.open(folder, master);
      const self = await readSelf(vault);
      const refusal = self ? this.#refusalOf(self) : "unknown";
      if (!self || refusal) {
        await vault.close();
        return { ok: false, reason: refusal ?? "unknown" };
      }
      await this.#close();
      return this.#opened({ vault, self, ownDevice: true, folder });
    });
  }

  /** Whether there is anybody whom `enterOffline` could let in. */
  async knowsAnybody(): Promise<boolean> {
    for (const name of await this.#folders())
      if (await this.#sealsOf(join(this.#folder, name)).hasPassword()) return true;
    return false;
  }

  /** Asks the server about whoever is signed in, and writes down that it answered. */
  refresh(): Promise<"seen" | "refused" | "unreachable"> {
    return this.#inTurn(async () => {
      const current = this.#current;
      if (!current || current.self.token === null) return "refused";
      const who = await this.#whoIs(current.self.token);
      if (who === "unreachable") return "unreachable";
      if (who === "refused") {
        await writeSelf(current.vault, { ...current.self, refused: true });
        await this.#leave();
        return "refused";
      }
      current.self = this.#selfOf(who, current.self.token);
      await writeSelf(current.vault, current.self);
      return "seen";
    });
  }

  /** The password was changed here: it opens the vault from now on. */
  passwordChanged(password: string): Promise<void> {
    return this.#inTurn(async () => {
      const current = this.#current;
      if (!current?.ownDevice) return;
      const seals = this.#sealsOf(current.folder);
      const master = await seals.openBySystem();
      if (master) await seals.sealForPassword(master, password);
    });
  }

  /** Signs out. @param forget deletes what is kept on this machine for this person, too */
  leave(forget: boolean): Promise<void> {
    return this.#inTurn(async () => {
      const current = this.#current;
      if (!current) return;
      if (current.ownDevice && !forget) await writeSelf(current.vault, { ...current.self, token: null });
      await this.#leave();
      if (forget && current.ownDevice) await this.#sealsOf(current.folder).destroy();
    });
  }

  /** Closes the vault and leaves everybody signed in, as when the program ends. */
  close(): Promise<void> {
    return this.#inTurn(() => this.#close());
  }

  #opened(current: Current): { ok: true; session: DesktopSession } {
    this.#current = current;
    return { ok: true, session: sessionOf(current) };
  }

  async #openRemembered(): Promise<void> {
    for (const name of await this.#folders()) {
      const folder = join(this.#folder, name);
      if (name.startsWith(PASSING)) await rm(folder, { recursive: true, force: true });
      else if (!this.#current) await this.#openFolder(folder);
    }
  }

  #folders(): Promise<string[]> {
    return readdir(this.#folder).catch((error: unknown) => (ignoreMissing(error), []));
  }

  async #openFolder(folder: string): Promise<void> {
    const master = await this.#sealsOf(folder).openBySystem();
    if (!master) return;
    const vault = await Vault.open(folder, master);
    const self = await readSelf(vault);
    if (self?.token && !self.refused && !this.#refusalOf(self))
      this.#current = { vault, self, ownDevice: true, folder };
    else await vault.close();
  }

  async #enterOwn(wish: EnterWish, who: Self): Promise<EnterResult> {
    const folder = this.#folderOf(who.userName);
    const seals = this.#sealsOf(folder);
    const hasKeys = await this.#keeper.isAvailable();
    if (!hasKeys && wish.withoutKeys === undefined) return { ok: false, reason: "no-keys" };
    if (wish.discardOld) await seals.destroy();
    const master = await this.#masterOf(seals, folder, wish);
    if (!master) return { ok: false, reason: "sealed" };
    if (hasKeys) await seals.sealForSystem(master);
    if (wish.password !== undefined) await seals.sealForPassword(master, wish.password);
    const vault = await Vault.open(folder, master);
    await writeSelf(vault, who);
    return this.#opened({ vault, self: who, ownDevice: true, folder });
  }

  /** The key that is there, a new one for an empty folder, or null when nothing that was given opens it. */
  async #masterOf(seals: Seals, folder: string, { password, oldPassword }: EnterWish): Promise<Buffer | null> {
    const isNew = await mkdir(folder, { recursive: true });
    const bySystem = await seals.openBySystem();
    if (bySystem) return bySystem;
    if (isNew !== undefined || !(await seals.hasPassword())) return newKey();
    for (const one of [password, oldPassword]) {
      const opened = one === undefined ? null : await seals.openByPassword(one);
      if (opened) return opened;
    }
    return null;
  }

  async #enterPassing(wish: EnterWish, who: Self): Promise<EnterResult> {
    const folder = join(this.#folder, PASSING + newKey().toString("hex").slice(0, 16));
    await mkdir(folder, { recursive: true });
    return this.#opened({ vault: await Vault.open(folder, newKey()), self: who, ownDevice: false, folder });
  }

  async #leave(): Promise<void> {
    const current = this.#current;
    await this.#close();
    if (current?.ownDevice) await this.#sealsOf(current.folder).forgetSystem();
  }

  async #close(): Promise<void> {
    const current = this.#current;
    this.#current = null;
    await current?.vault.close();
    if (current && !current.ownDevice) await rm(current.folder, { recursive: true, force: true });
  }

  async #whoIs(token: string): Promise<Self | "refused" | "unreachable"> {
    const answer = await this.#ask(token);
    if (answer?.status === 401 || answer?.status === 403) return "refused";
    const parsed = answer?.status === 200 ? answerSchema.safeParse(answer.body) : null;
    if (!parsed?.success) return "unreachable";
    const { person, offlineDays = DEFAULT_OFFLINE_DAYS } = parsed.data;
    return this.#selfOf({ personId: person.id, userName: person.userName, offlineDays }, token);
  }

  #selfOf({ personId, userName, offlineDays }: Omit<Self, "token" | "seenAt" | "refused">, token: string): Self {
    return { personId, userName, offlineDays, token, seenAt: this.#now(), refused: false };
  }

  #refusalOf({ seenAt, offlineDays, refused }: Self): "expired" | "clock" | "refused" | null {
    if (refused) return "refused";
    if (this.#now() < seenAt - CLOCK_TOLERANCE_MS) return "clock";
    return this.#now() > seenAt + offlineDays * DAY_MS ? "expired" : null;
  }

  #sealsOf(folder: string): Seals {
    return new Seals(folder, this.#keeper, this.#sealCost);
  }

  #folderOf(userName: string): string {
    const name = createHash("sha256").update(userName.trim().toLowerCase().normalize("NFC")).digest("hex");
    return join(this.#folder, name.slice(0, 32));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#waiting.then(work);
    this.#waiting = done.catch(() => undefined); // the caller hears of it; the next one is not kept from working
    return done;
  }
}

function sessionOf({ self, ownDevice }: Current): DesktopSession {
  return { token: self.token, personId: self.personId, ownDevice };
}

async function readSelf(vault: Vault): Promise<Self | null> {
  const [record] = await vault.read(SELF.scope, SELF.name, 0, 1);
  if (!record) return null;
  const parsed = selfSchema.safeParse(JSON.parse(Buffer.from(record).toString()));
  return parsed.success ? parsed.data : null;
}

async function writeSelf(vault: Vault, self: Self): Promise<void> {
  await vault.replace(SELF.scope, SELF.name, [Buffer.from(JSON.stringify(self))]);
}
