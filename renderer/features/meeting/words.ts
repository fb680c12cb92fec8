// Words of the meeting screen in both languages.
export { en } from "./words-en.ts";
export { vi } from "./words-vi.ts";
