import { expect, it } from "vitest";
import { proxyFor } from "./quiet-network.ts";

it("leads nowhere but to the server when that is reached directly", () => {
  expect(proxyFor("http://10.0.0.5:8420", "DIRECT")).toEqual({
    mode: "fixed_servers",
    proxyRules: "127.0.0.1:9",
    proxyBypassRules: "<-loopback>;10.0.0.5:8420",
  });
  expect(proxyFor("https://hop.don-vi.vn", "DIRECT").proxyBypassRules).toBe("<-loopback>;hop.don-vi.vn");
});

it("keeps to the proxy of the system where the server is behind one", () => {
  expect(proxyFor("https://hop.don-vi.vn", "PROXY 10.0.0.1:3128; DIRECT")).toEqual({ mode: "system" });
});
