// Updates of a package that was built with an address and a key: a list that the key has signed is followed, every
// other one leaves the program as it is. The package is a copy of the packed one with two lines in its manifest.
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { createPackage, extractAll } from "@electron/asar";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { launchPackaged, packagedBinary } from "../helpers/launch-packaged.ts";
import { until } from "../helpers/until.ts";

const LIST = "/latest-linux.yml";
const PROGRAM = Buffer.from("a new program");
const pair = generateKeyPairSync("ed25519");
const stranger = generateKeyPairSync("ed25519");

const folder = mkdtempSync(join(tmpdir(), "banhop-updates-"));
let binary: string;
let feed: Server;
let files: Record<string, string | Buffer>;
let asked: string[];

test.beforeAll(async () => {
  feed = createServer((request, response) => {
    const path = new URL(request.url ?? "", "http://feed").pathname;
    asked.push(path);
    response.statusCode = path in files ? 200 : 404;
    response.end(files[path]);
  });
  await new Promise<void>((resolve) => feed.listen(0, "127.0.0.1", resolve));
  const original = dirname(packagedBinary());
  const [program, unpacked] = [join(folder, "program"), join(folder, "unpacked")];
  cpSync(original, program, { recursive: true });
  binary = join(program, basename(packagedBinary()));
  extractAll(join(original, "resources/app.asar"), unpacked);
  const manifest = JSON.parse(readFileSync(join(unpacked, "package.json"), "utf8")) as object;
  const updates = {
    feed: `http://127.0.0.1:${(feed.address() as AddressInfo).port}/`,
    publicKey: pair.publicKey.export({ format: "der", type: "spki" }).toString("base64"),
  };
  writeFileSync(join(unpacked, "package.json"), JSON.stringify({ ...manifest, updates }));
  await createPackage(unpacked, join(program, "resources/app.asar"));
});
test.afterAll(() => {
  feed.close();
  rmSync(folder, { recursive: true });
});

/** A list of one program, as electron-builder writes it. */
function listOf(version: string, program: Buffer): string {
  const sha512 = createHash("sha512").update(program).digest("base64");
  return [
    `version: ${version}`,
    "files:",
    `  - { url: banhop.AppImage, sha512: ${sha512}, size: ${PROGRAM.length} }`,
    "path: banhop.AppImage",
    `sha512: ${sha512}`,
    "releaseDate: '2026-01-01T00:00:00.000Z'",
  ].join("\n");
}

/** Starts the package with a feed of a list, and gives what it has downloaded once it has made up its mind. */
async function startWith(list: string, signature: string): Promise<{ downloaded: string[]; said: string }> {
  files = { [LIST]: list, [`${LIST}.sig`]: signature, "/banhop.AppImage": PROGRAM };
  asked = [];
  const cache = mkdtempSync(join(folder, "cache-"));
  const settings = { APPIMAGE: join(cache, "old.AppImage"), XDG_CACHE_HOME: cache };
  const app = await launchPackaged(settings, [], binary);
  const pending = join(cache, "banhop-updater/pending");
  const downloaded = () => {
    try {
      return readdirSync(pending).filter((name) => name.endsWith(".AppImage") && !name.startsWith("temp-"));
    } catch {
      return []; // the folder comes with the first download
    }
  };
  try {
    await until(
      () => downloaded().length > 0 || /no update|up to date|not available/i.test(app.output()),
      "a decision",
      20_000,
    );
    return { downloaded: downloaded(), said: app.output() };
  } finally {
    await app.close();
  }
}

const signed = (list: string, key = pair.privateKey) => sign(null, Buffer.from(list), key).toString("base64");

test("a newer version that the key has signed is downloaded", async () => {
  const list = listOf("9.9.9", PROGRAM);
  expect((await startWith(list, signed(list))).downloaded).toEqual(["banhop.AppImage"]);
});

test("what a stranger has signed is not even asked for", async () => {
  const list = listOf("9.9.9", PROGRAM);
  const { downloaded, said } = await startWith(list, signed(list, stranger.privateKey));
  expect(downloaded).toEqual([]);
  expect(said).toContain("not signed");
  expect(asked).not.toContain("/banhop.AppImage");
});

test("another program than the signed one is not kept", async () => {
  const list = listOf("9.9.9", Buffer.from("another one!!"));
  const { downloaded, said } = await startWith(list, signed(list));
  expect(downloaded).toEqual([]);
  expect(said).toContain("sha512");
});
