// The settings of the server, read from the environment in this one place, each with a default and a clear complaint.
import { resolve } from "node:path";
import { z } from "zod";

export interface Config {
  host: string;
  port: number;
  /** Absolute path of the data folder. */
  dataFolder: string;
  /** Folder of the built web page, or null: then only the API is served. */
  webFolder: string | null;
  /** Make the sample unit when the data folder is empty. */
  makeSample: boolean;
  /** Bound to this machine only: the sample and its one-click sign-in are allowed. */
  isLoopback: boolean;
  /** Where people reach the server when a proxy stands before it, as `https://hop.tinh.vn`; else null. */
  publicAddress: URL | null;
  logLevel: string;
}

/** A setting that cannot be used; the message is one Vietnamese line for whoever starts the server. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const DEFAULT_PORT = 8420;
const LOOPBACK_HOSTS = ["127.0.0.1", "::1", "localhost"];

/** Reads the settings. @throws ConfigError */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const port = z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .safeParse(environment.BANHOP_PORT ?? DEFAULT_PORT);
  if (!port.success) throw new ConfigError(`BANHOP_PORT phải là số từ 0 đến 65535: ${environment.BANHOP_PORT ?? ""}`);
  const host = environment.BANHOP_HOST ?? "127.0.0.1";
  const isLoopback = LOOPBACK_HOSTS.includes(host);
  const makeSample = environment.BANHOP_SAMPLE === "1";
  if (makeSample && !isLoopback) {
    throw new ConfigError(`BANHOP_SAMPLE=1 chỉ dùng được trên 127.0.0.1, không dùng với BANHOP_HOST=${host}`);
  }
  return {
    host,
    port: port.data,
    dataFolder: resolve(environment.BANHOP_DATA ?? "data"),
    webFolder: environment.BANHOP_WEB ? resolve(environment.BANHOP_WEB) : null,
    makeSample,
    isLoopback,
    publicAddress: publicAddressOf(environment.BANHOP_ADDRESS),
    logLevel: environment.BANHOP_LOG ?? "warn",
  };
}

function publicAddressOf(text: string | undefined): URL | null {
  if (text === undefined || text === "") return null;
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new ConfigError(`BANHOP_ADDRESS phải là địa chỉ như https://hop.tinh.vn: ${text}`);
  }
  return url;
}
