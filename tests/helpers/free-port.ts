// A port that nobody uses at this moment.
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

/** Asks the system for a free port of the loopback address and gives it back at once. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
