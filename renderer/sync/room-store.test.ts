import { beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { fakeDeviceStore, type FakeDeviceStore } from "../platform/fake-device-store.ts";
import { nameOfRoom, readAll, readLog, RoomStore, scopeOfRoom, StoreError } from "./room-store.ts";

const ROOM = "annotations:01P";
let device: FakeDeviceStore;
beforeEach(() => {
  device = fakeDeviceStore();
});

/** One window with the room open. */
async function openWindow() {
  const doc = new Y.Doc();
  const store = new RoomStore(device, ROOM, doc);
  const unconfirmed = await store.opened;
  const written: Promise<void>[] = [];
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === "server") store.keep(update);
    else if (origin !== store) written.push(store.write(update));
  });
  const type = (words: string) => doc.getArray<string>("words").push([words]);
  return {
    doc,
    store,
    unconfirmed,
    type,
    stored: () => Promise.all(written),
    words: () => doc.getArray("words").toJSON(),
  };
}

const log = () => readAll(device, scopeOfRoom(ROOM), nameOfRoom(ROOM));
const note = async () => {
  const entries = await device.entries();
  return entries.ok ? entries.value.map((entry) => entry.note) : [];
};

test("RS1 RS2 what was written is there again, and waits until the server has confirmed it", async () => {
  const first = await openWindow();
  first.type("một");
  first.type("hai");
  await first.stored();
  await expect.poll(note).toEqual(["2"]);
  // The window is killed here: nothing is closed.
  const second = await openWindow();
  expect(second.words()).toEqual(["một", "hai"]);
  expect(second.unconfirmed).toHaveLength(2);
  second.store.confirm();
  await second.store.close();
  expect(await note()).toEqual(["0"]);
  const third = await openWindow();
  expect(third.words()).toEqual(["một", "hai"]);
  expect(third.unconfirmed).toEqual([]);
});

test("the server's words are kept too, and are nobody's to send", async () => {
  const window = await openWindow();
  const server = new Y.Doc();
  server.getArray("words").push(["từ máy chủ"]);
  Y.applyUpdate(window.doc, Y.encodeStateAsUpdate(server), "server");
  await window.store.close();
  const again = await openWindow();
  expect(again.words()).toEqual(["từ máy chủ"]);
  expect(again.unconfirmed).toEqual([]);
});

test("RS3 two windows write one log; what one has confirmed is not the other's", async () => {
  const [first, second] = [await openWindow(), await openWindow()];
  first.type("cửa sổ một");
  second.type("cửa sổ hai");
  await Promise.all([first.stored(), second.stored()]);
  first.store.confirm();
  await first.store.close();
  const third = await openWindow();
  expect(third.words().sort()).toEqual(["cửa sổ hai", "cửa sổ một"]);
  expect(third.unconfirmed).toHaveLength(1);
});

test("RS4 a long log is merged when it is opened, and loses nothing of another window's", async () => {
  const first = await openWindow();
  for (let number = 0; number < 320; number++) first.type(`chữ ${number}`);
  await first.stored();
  const before = (await log()).length;
  const second = await openWindow();
  first.type("trong khi gộp");
  await first.stored();
  expect((await log()).length).toBeGreaterThanOrEqual(before); // all of it waits: nothing may be merged away
  first.store.confirm();
  second.store.confirm();
  await Promise.all([first.store.close(), second.store.close()]);
  const third = await openWindow();
  expect(third.words()).toHaveLength(321);
  await third.store.close();
  expect((await log()).length).toBeLessThan(10);
  expect((await openWindow()).words()).toHaveLength(321);
});

test("a device that fails says so, and gets the words when it works again", async () => {
  const window = await openWindow();
  device.fail = "full";
  window.type("chưa ghi được");
  await expect(window.stored()).rejects.toThrow(StoreError);
  device.fail = null;
  window.type("ghi được");
  await window.store.close();
  expect((await openWindow()).words()).toEqual(["chưa ghi được", "ghi được"]);
});

test("clear leaves nothing", async () => {
  const window = await openWindow();
  window.type("bị từ chối");
  await window.stored();
  await window.store.clear();
  expect(await log()).toEqual([]);
  expect(readLog([])).toEqual({ updates: [], unconfirmed: [] });
});
