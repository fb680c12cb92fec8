import { expect, it } from "vitest";
import { parseServerAddress } from "./server-address.ts";

it.each([
  ["hop.don-vi.vn", "http://hop.don-vi.vn"],
  [" 192.168.1.9:8420 ", "http://192.168.1.9:8420"],
  ["HTTPS://Hop.don-vi.vn/duong-dan?x=1", "https://hop.don-vi.vn"],
])("takes %s for %s", (text, address) => {
  expect(parseServerAddress(text)).toBe(address);
});

it.each([
  "",
  "   ",
  "file:///etc/passwd",
  "app://banhop/",
  "http://",
  "http://ten:mat-khau@may",
  "javascript:alert(1)",
])("takes %s for no address", (text) => {
  expect(parseServerAddress(text)).toBeUndefined();
});
