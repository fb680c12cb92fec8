// Runs the server: opens the data folder, listens, takes over sync sockets, and closes cleanly. What prevents it from
// starting is one Vietnamese line and exit code 1.
import { once } from "node:events";
import type { IncomingMessage, Server } from "node:http";
import { flushCompileCache } from "node:module";
import type { Duplex } from "node:stream";
import { createAdaptorServer } from "@hono/node-server";
import { isEmpty } from "./commands/setup.ts";
import { ConfigError, readConfig, type Config } from "./config.ts";
import { openHost, type Host } from "./host.ts";
import { isAllowedHost, isAllowedOrigin } from "./http/origin.ts";
import { makeSample } from "./sample/seed.ts";
import { NewerDataFolderError } from "./storage/database.ts";
import { FolderInUseError } from "./storage/folder-lock.ts";

/** A slow upload of 200 MB may take its time; a request that stands still is cut off by the headers' timeout. */
const REQUEST_TIMEOUT_MS = 30 * 60_000;
const HEADERS_TIMEOUT_MS = 20_000;
/** A connection on which nothing moves in either direction; the inspection of a large upload is silent for a minute. */
const SILENCE_MS = 3 * 60_000;
/** Requests under way when asked to stop get this long. */
const STOP_MS = 3_000;

/** Why a server did not start, in one line for whoever started it. */
function reasonFor(error: unknown, folder: string): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof NewerDataFolderError) {
    return `Thư mục dữ liệu ${folder} thuộc phiên bản Bàn Họp mới hơn (${error.found}). Cập nhật chương trình rồi chạy lại.`;
  }
  if (error instanceof FolderInUseError) return `Thư mục dữ liệu ${folder} đang do một máy chủ Bàn Họp khác sử dụng.`;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const port = error instanceof Error && "port" in error ? String(error.port) : undefined;
  if (code === "EADDRINUSE") return `Cổng ${port ?? ""} đang có chương trình khác dùng. Đặt BANHOP_PORT sang số khác.`;
  if (code === "EACCES" && port) return `Không được phép dùng cổng ${port}. Đặt BANHOP_PORT sang số khác.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return "Máy này không có địa chỉ đã đặt trong BANHOP_HOST.";
  if (["EACCES", "EPERM", "ENOENT", "EROFS", "ENOTDIR", "EEXIST", "ENOSPC", "ERR_SQLITE_ERROR"].includes(code)) {
    return `Không ghi được vào thư mục dữ liệu ${folder}. Kiểm tra quyền và dung lượng, hoặc đặt BANHOP_DATA.`;
  }
  return `Máy chủ không chạy được: ${error instanceof Error ? error.message : String(error)}`;
}

async function listen(config: Config, host: Host): Promise<Server> {
  const server = createAdaptorServer({ fetch: host.fetch }) as Server; // no TLS options: plain HTTP
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.timeout = SILENCE_MS;
  server.on("upgrade", (request, socket, head) => upgrade(host, request, socket, head));
  server.listen(config.port, config.host);
  await once(server, "listening");
  return server;
}

function upgrade(host: Host, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  // A socket that breaks before it is taken over must not end the process.
  socket.on("error", (error) => host.services.logger.debug({ err: error }, "upgrade socket"));
  const { origin, host: name } = request.headers;
  const isSync = request.url?.startsWith("/sync/") ?? false;
  if (
    !isSync ||
    !isAllowedHost(name, host.services.config) ||
    (origin !== undefined && !isAllowedOrigin(origin, name))
  ) {
    socket.end(`HTTP/1.1 ${isSync ? "403 Forbidden" : "404 Not Found"}\r\nConnection: close\r\n\r\n`);
    return;
  }
  host.upgrade(request, socket, head);
}

function addressText(config: Config, server: Server): string {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : config.port;
  return `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`;
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), STOP_MS);
  await closed;
  clearTimeout(timer);
}

/** One line that grows by a dot for each paper of the sample. */
function tellProgress(done: number, all: number): void {
  if (done === 1) process.stdout.write("Chuẩn bị đơn vị dùng thử (một lần) ");
  process.stdout.write(done === all ? ". xong\n" : ".");
}

/** The folder changed places with a copy that cannot be opened: only a person can help. */
function giveUp(error: unknown, folder: string): never {
  console.error(reasonFor(error, folder));
  process.exit(1);
}

async function run(config: Config): Promise<void> {
  const host = await openHost(config, (error) => giveUp(error, config.dataFolder));
  try {
    if (config.makeSample && (await isEmpty(host.services.db))) await makeSample(host.services, tellProgress);
    const server = await listen(config, host);
    console.log(`Bàn Họp: ${addressText(config, server)}`);
    flushCompileCache(); // now, since a killed process keeps nothing
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    await host.letGo();
    await stop(server);
  } finally {
    await host.close();
  }
}

async function main(): Promise<void> {
  let folder = "";
  try {
    const config = readConfig(process.env);
    folder = config.dataFolder;
    await run(config);
    process.exit(0);
  } catch (error) {
    console.error(reasonFor(error, folder));
    process.exit(1);
  }
}

await main();
