import { generateKeyPairSync, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isSigned, readUpdateSource } from "./source.ts";

const feed = "https://hop.don-vi.vn/cap-nhat/";
const pair = generateKeyPairSync("ed25519");
const publicKey = pair.publicKey.export({ format: "der", type: "spki" }).toString("base64");
const list = "version: 9.9.9\nfiles: []\n";
const signature = sign(null, Buffer.from(list), pair.privateKey).toString("base64");

describe("readUpdateSource", () => {
  it("finds nothing in the product's own manifest: updates are off", () => {
    expect(readUpdateSource(JSON.parse(readFileSync("package.json", "utf8")))).toBeUndefined();
  });
  it("takes an address and an Ed25519 key", () => {
    expect(readUpdateSource({ updates: { feed, publicKey } })?.feed.href).toBe(feed);
  });
  it("refuses an address without key, another kind of address, another kind of key", () => {
    const other = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const otherKey = other.publicKey.export({ format: "der", type: "spki" }).toString("base64");
    for (const updates of [
      { feed },
      { feed, publicKey: "" },
      { feed, publicKey: "bm8ga2V5" },
      { feed, publicKey: otherKey },
      { feed: "file:///tmp/", publicKey },
      { feed: "https://hop.don-vi.vn/cap-nhat", publicKey },
    ]) {
      expect(() => readUpdateSource({ updates }), JSON.stringify(updates)).toThrow();
    }
  });
});

describe("isSigned", () => {
  it("believes the owner of the key", () => {
    expect(isSigned(list, `${signature}\n`, pair.publicKey)).toBe(true);
  });
  it("believes no changed text, no other key, no broken signature", () => {
    expect(isSigned(list.replace("9.9.9", "9.9.8"), signature, pair.publicKey)).toBe(false);
    expect(isSigned(list, signature, generateKeyPairSync("ed25519").publicKey)).toBe(false);
    for (const broken of ["", "x", signature.slice(0, 40), "<html>404</html>"]) {
      expect(isSigned(list, broken, pair.publicKey), broken).toBe(false);
    }
  });
});
