import { expect, it } from "vitest";
import { isAllowedOrigin } from "./origin.ts";

it.each([
  ["app://banhop", "hop.example.org"],
  ["https://hop.example.org", "hop.example.org"],
  ["http://127.0.0.1:8420", "127.0.0.1:8420"],
])("lets %s speak to %s", (origin, host) => {
  expect(isAllowedOrigin(origin, host)).toBe(true);
});

it.each([
  ["https://example.org", "hop.example.org"],
  ["https://hop.example.org.evil.org", "hop.example.org"],
  ["http://127.0.0.1:5173", "127.0.0.1:8420"],
  ["ftp://hop.example.org", "hop.example.org"],
  ["app://other", "hop.example.org"],
  ["null", "hop.example.org"],
  ["", "hop.example.org"],
  ["https://hop.example.org", undefined],
])("does not let %s speak to %s", (origin, host) => {
  expect(isAllowedOrigin(origin, host)).toBe(false);
});
