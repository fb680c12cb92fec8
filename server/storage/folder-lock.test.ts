import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FolderInUseError, lockFolder } from "./folder-lock.ts";

describe("lockFolder", () => {
  it("gives a data folder to one server at a time", () => {
    const folder = mkdtempSync(join(tmpdir(), "banhop-lock-"));
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(FolderInUseError);
    unlock();
    unlock();
    expect(() => lockFolder(folder)()).not.toThrow();
  });
});
