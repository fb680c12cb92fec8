// One update on its way into the document: the gate, the right to write, the size, the bindings, and the proof of order.
import * as Y from "yjs";
import type { Layout } from "../../shared/ydoc/layout.ts";
import type { Connection } from "./connection.ts";
import { isInOrder } from "./gate-order.ts";
import { judge } from "./gate.ts";
import { limits } from "./limits.ts";
import { HalfApplied, Refused } from "./refused.ts";
import type { StoredDocument } from "./stored-document.ts";

/** `early`: its past is not here yet. `known`: nothing new in it. */
export type Offered = "ok" | "early" | "known";

/** @throws {Refused} when it may not enter; {HalfApplied} when part of it is in the document already */
export function offer(
  { document, layout }: { document: StoredDocument; layout: Layout },
  connection: Connection,
  update: Uint8Array,
  whole: boolean,
): Offered {
  const { personId } = connection;
  const { doc, bindings } = document;
  const verdict = judge(doc, update, { personId, layout, owners: bindings.all, whole });
  if (verdict.is === "known") return "known";
  if (!connection.mayWrite) throw new Refused("notAllowed", "may only read");
  if (verdict.is === "early") return "early";
  if (document.bytes + update.length > limits.documentBytes)
    throw new Refused("documentTooLarge", "document too large");
  for (const client of verdict.clients) bindings.bind(client, personId);
  try {
    Y.applyUpdate(doc, verdict.update);
  } catch (error) {
    throw new HalfApplied("malformed", "cannot be applied", { cause: error });
  }
  if (!isInOrder(doc, verdict.between)) throw new HalfApplied("malformed", "crossed origins");
  return "ok";
}
