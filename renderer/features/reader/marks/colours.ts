// The tints a highlight may be given, told apart also by those who see few colours; each has a word.

/** `value` is what is stored with a mark; `word` names it in the catalogue. */
export const highlightTints = [
  { value: "#ffd84d", word: "yellow" },
  { value: "#8fd694", word: "green" },
  { value: "#8cc4ff", word: "blue" },
  { value: "#f7a8c4", word: "pink" },
  { value: "#c9b6ff", word: "violet" },
] as const;
