// The page's way to the vault of whoever is signed in: parses every argument and turns every failure into a value. There
// is no way to name a person: a page reaches what its own person keeps here and nothing else.
import type { WebContents } from "electron";
import { z } from "zod";
import type { StoreEntry, StoreResult } from "../../../shared/protocol/device-store.ts";
import { enterWish, offlineWish, storeArguments } from "../../../shared/protocol/desktop-arguments.ts";
import { desktopChannels } from "../../../shared/protocol/desktop-bridge.ts";
import type { Handle } from "../bridge.ts";
import type { SessionKeeper } from "./session-keeper.ts";
import { VaultFull, type Vault } from "./vault.ts";

/** The main process keeps its own things in the vault, too: they are not the page's. */
const isOfThePage = ({ scope }: StoreEntry): boolean => scope !== "self";

/** @param keeper the one of the present server @param changed called when a window signed somebody in or out */
export function answerVault(handle: Handle, keeper: () => SessionKeeper, changed: (by: WebContents) => void): void {
  const c = desktopChannels;
  handle(c.sessionResume, () => keeper().resume());
  handle(c.sessionEnter, async (argument, page) => {
    const result = await keeper().enter(enterWish.parse(argument));
    if (result.ok) changed(page);
    return result;
  });
  handle(c.sessionEnterOffline, async (argument, page) => {
    const { userName, password } = offlineWish.parse(argument);
    const result = await keeper().enterOffline(userName, password);
    if (result.ok) changed(page);
    return result;
  });
  handle(c.sessionKnowsAnybody, () => keeper().knowsAnybody());
  handle(c.sessionRefresh, () => keeper().refresh());
  handle(c.sessionPasswordChanged, (argument) => keeper().passwordChanged(offlineWish.shape.password.parse(argument)));
  handle(c.sessionLeave, async (argument, page) => {
    await keeper().leave(z.boolean().parse(argument));
    changed(page);
  });

  const store = <Argument, Value>(
    channel: string,
    schema: z.ZodType<Argument>,
    work: (vault: Vault, argument: Argument) => Value | Promise<Value>,
  ) =>
    handle(channel, async (argument): Promise<StoreResult<Value>> => {
      const parsed = schema.parse(argument);
      const { vault } = keeper();
      if (!vault) return { ok: false, reason: "closed" };
      try {
        return { ok: true, value: await work(vault, parsed) };
      } catch (error) {
        if (!(error instanceof VaultFull)) console.error("the vault failed", channel, error);
        return { ok: false, reason: isFull(error) ? "full" : "broken" };
      }
    });
  store(c.storeEntries, z.undefined(), (vault) => vault.entries().filter(isOfThePage));
  store(c.storeRead, storeArguments.range, (vault, { scope, name, from, count }) =>
    vault.read(scope, name, from, count),
  );
  store(c.storeAppend, storeArguments.append, (vault, { scope, name, records, ifCount }) =>
    vault.append(scope, name, records, ifCount),
  );
  store(c.storeReplace, storeArguments.replace, (vault, { scope, name, records, ifCount }) =>
    vault.replace(scope, name, records, ifCount),
  );
  store(c.storeNote, storeArguments.note, (vault, { scope, name, note }) => {
    vault.note(scope, name, note);
    return null;
  });
  store(c.storeRemove, storeArguments.place, async (vault, { scope, name }) => {
    await vault.remove(scope, name);
    return null;
  });
  store(c.storeDestroy, storeArguments.scope, async (vault, { scope }) => {
    await vault.destroyScope(scope);
    return null;
  });
}

const isFull = (error: unknown): boolean =>
  error instanceof VaultFull || (error as NodeJS.ErrnoException).code === "ENOSPC";
