// A store in memory for tests, with a switch for a device that fails.
import type { DeviceStore, StoreEntry, StoreFailure, StoreResult } from "../../shared/protocol/device-store.ts";

export interface FakeDeviceStore extends DeviceStore {
  /** From now on every act fails so; null: works again. */
  fail: StoreFailure | null;
  /** How often something was written. */
  writes: number;
}

export function fakeDeviceStore(): FakeDeviceStore {
  const sequences = new Map<string, { entry: StoreEntry; records: Uint8Array[] }>();
  const key = (scope: string, name: string) => `${scope}\n${name}`;
  const found = (scope: string, name: string) =>
    sequences.get(key(scope, name)) ?? {
      entry: { scope, name, records: 0, bytes: 0, usedAt: 0, note: "" },
      records: [],
    };
  const put = (scope: string, name: string, records: Uint8Array[]) => {
    store.writes++;
    const bytes = records.reduce((sum, { length }) => sum + length, 0);
    const entry = { ...found(scope, name).entry, records: records.length, bytes };
    sequences.set(key(scope, name), { entry, records });
  };
  /** Answers later, as a device does. */
  const act = async <T>(work: () => T): Promise<StoreResult<T>> => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    return store.fail ? { ok: false, reason: store.fail } : { ok: true, value: work() };
  };
  const store: FakeDeviceStore = {
    fail: null,
    writes: 0,
    entries: () => act(() => [...sequences.values()].map(({ entry }) => entry)),
    read: (scope, name, from, count) => act(() => found(scope, name).records.slice(from, from + count)),
    append: (scope, name, records, ifCount) =>
      act(() => {
        if (ifCount !== undefined && ifCount !== found(scope, name).records.length)
          return found(scope, name).records.length;
        put(scope, name, [...found(scope, name).records, ...records.map((record) => record.slice())]);
        return found(scope, name).records.length;
      }),
    replace: (scope, name, records, ifCount) =>
      act(() => {
        if (ifCount !== undefined && ifCount !== found(scope, name).records.length) return false;
        put(
          scope,
          name,
          records.map((record) => record.slice()),
        );
        return true;
      }),
    note: (scope, name, note) =>
      act(() => {
        const known = sequences.get(key(scope, name));
        if (known) known.entry = { ...known.entry, note };
        return null;
      }),
    remove: (scope, name) => act(() => (sequences.delete(key(scope, name)), null)),
    destroy: (scope) =>
      act(() => {
        for (const name of sequences.keys()) if (name.startsWith(`${scope}\n`)) sequences.delete(name);
        return null;
      }),
  };
  return store;
}
