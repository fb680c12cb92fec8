// Notes and replies of this person on this paper that the server did not take, with the layer they were written in.
import { type KeptWords, useKeptWords } from "../../../sync/kept-words.ts";
import type { Layer } from "./use-history.ts";

export interface KeptNote extends KeptWords {
  layer: Layer;
}

export function useKeptNotes(paperId: string, me: string): readonly KeptNote[] {
  const ink = useKeptWords(me, `annotations:${paperId}`);
  const pencil = useKeptWords(me, `notes:${paperId}:${me}`);
  return [
    ...ink.map((one): KeptNote => ({ ...one, layer: "shared" })),
    ...pencil.map((one): KeptNote => ({ ...one, layer: "private" })),
  ];
}
