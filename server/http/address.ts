// The network address of a request.
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** The peer's address; forwarding headers are not believed, since anybody can write them. */
export function addressOf(context: Context): string {
  // Requests made inside a test have no socket.
  if (!context.env) return "local";
  return getConnInfo(context).remote.address ?? "unknown";
}
