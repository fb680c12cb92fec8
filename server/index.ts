// Runs the server: opens the data folder, listens, takes over sync sockets, and closes cleanly. What prevents it from
// starting is one Vietnamese line and exit code 1.
import { once } from "node:events";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { createAdaptorServer } from "@hono/node-server";
import { sweepFiles } from "./commands/add-paper.ts";
import { isEmpty } from "./commands/setup.ts";
import { ConfigError, readConfig, type Config } from "./config.ts";
import { createApp } from "./http/app.ts";
import { isAllowedOrigin } from "./http/origin.ts";
import { openServices } from "./open-services.ts";
import { makeSample } from "./sample/seed.ts";
import type { Services } from "./services.ts";
import { NewerDataFolderError } from "./storage/database.ts";

/** A slow upload of 200 MB may take its time; a request that stands still is cut off by the headers' timeout. */
const REQUEST_TIMEOUT_MS = 30 * 60_000;
const HEADERS_TIMEOUT_MS = 20_000;
/** Requests under way when asked to stop get this long. */
const STOP_MS = 3_000;

/** Why a server did not start, in one line for whoever started it. */
function reasonFor(error: unknown, folder: string): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof NewerDataFolderError) {
    return `Thư mục dữ liệu ${folder} thuộc phiên bản Bàn Họp mới hơn (${error.found}). Cập nhật chương trình rồi chạy lại.`;
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE") return "Cổng đang có chương trình khác dùng. Đặt BANHOP_PORT sang số khác.";
  if (code === "EACCES" && error instanceof Error && "port" in error) return "Không được phép dùng cổng này.";
  if (["EACCES", "EPERM", "ENOENT", "EROFS", "ENOTDIR", "EEXIST", "ENOSPC", "ERR_SQLITE_ERROR"].includes(code)) {
    return `Không ghi được vào thư mục dữ liệu ${folder}. Kiểm tra quyền và dung lượng, hoặc đặt BANHOP_DATA.`;
  }
  return `Máy chủ không chạy được: ${error instanceof Error ? error.message : String(error)}`;
}

async function listen(config: Config, services: Services): Promise<Server> {
  const server = createAdaptorServer({ fetch: createApp(services).fetch }) as Server; // no TLS options: plain HTTP
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.on("upgrade", (request, socket, head) => upgrade(services, request, socket, head));
  server.listen(config.port, config.host);
  await once(server, "listening");
  return server;
}

function upgrade(services: Services, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  // A socket that breaks before it is taken over must not end the process.
  socket.on("error", (error) => services.logger.debug({ err: error }, "upgrade socket"));
  const { origin, host } = request.headers;
  const isSync = request.url?.startsWith("/sync/") ?? false;
  if (!isSync || (origin !== undefined && !isAllowedOrigin(origin, host))) {
    socket.end(`HTTP/1.1 ${isSync ? "403 Forbidden" : "404 Not Found"}\r\nConnection: close\r\n\r\n`);
    return;
  }
  services.sync.upgrade(request, socket, head);
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

function tellProgress(done: number, all: number): void {
  console.log(`Đang chuẩn bị đơn vị dùng thử: ${done}/${all} tài liệu`);
}

async function run(config: Config): Promise<void> {
  const { services, close } = openServices(config);
  try {
    await sweepFiles(services);
    if (config.makeSample && (await isEmpty(services.db))) await makeSample(services, tellProgress);
    const server = await listen(config, services);
    console.log(`Bàn Họp: ${addressText(config, server)}`);
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    // Sockets first: the HTTP server does not close while one is open.
    await services.sync.close();
    await stop(server);
  } finally {
    await close();
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
