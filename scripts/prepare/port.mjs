// Whether a port of this machine is free, asked before something is started that would only fail with a stack.
import { createServer } from "node:net";

/**
 * @param {number} port
 * @param {string} advice what to do when it is not
 * @throws {Error} in one line when something else listens there
 */
export async function requireFreePort(port, advice) {
  const server = createServer();
  const isFree = await new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "localhost", () => resolve(true));
  });
  await new Promise((resolve) => server.close(resolve));
  if (!isFree) throw new Error(`Cổng ${port} đang có chương trình khác dùng. ${advice}`);
}
