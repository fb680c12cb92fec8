import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { isOurPage } from "./ipc-sender.ts";
import { isSamePlace } from "./same-place.ts";

type SenderEvent = Parameters<typeof isOurPage>[0];

function eventFrom(url: string, isTopFrame = true): SenderEvent {
  const frame = { url };
  return { senderFrame: frame, sender: { mainFrame: isTopFrame ? frame : { url } } } as unknown as SenderEvent;
}

describe("isOurPage", () => {
  it("hears the top frame of the page, on whatever route", () => {
    expect(isOurPage(eventFrom("app://banhop/meetings/1"), "app://banhop/")).toBe(true);
  });
  it("hears no other host of the same scheme, whose origin is the string null too", () => {
    expect(isOurPage(eventFrom("app://other/"), "app://banhop/")).toBe(false);
    expect(isOurPage(eventFrom("https://banhop/"), "app://banhop/")).toBe(false);
  });
  it("hears no frame inside the page and no frame that is gone", () => {
    expect(isOurPage(eventFrom("app://banhop/", false), "app://banhop/")).toBe(false);
    const gone = { ...eventFrom("app://banhop/"), senderFrame: null };
    expect(isOurPage(gone, "app://banhop/")).toBe(false);
  });
});

describe("isSamePlace", () => {
  it("agrees with nothing when one address is none", () => {
    expect(isSamePlace("", "app://banhop/")).toBe(false);
    expect(isSamePlace("none", "none")).toBe(false);
  });
});

describe("contentSecurityPolicy", () => {
  it("names the one server, for requests and sockets", () => {
    expect(contentSecurityPolicy("https://hop.example.org")).toContain(
      "connect-src 'self' https://hop.example.org wss://hop.example.org;",
    );
  });
});
