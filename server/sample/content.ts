// The sample unit as plain data: two invented organisations, their people, four meetings
// with papers, and a few marks already on them. No I/O and no ids: whoever seeds an empty
// data folder reads this and makes the rows, rooms and blobs. People are named by user name,
// organisations by key, papers by their file in `papers/`. All text is NFC.
export * from "./content-marks.ts";
export * from "./content-meetings.ts";
export * from "./content-people.ts";
export type * from "./content-shapes.ts";
