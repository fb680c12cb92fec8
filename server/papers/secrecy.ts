// Finds a degree of secrecy on a page: the stamp stands on a line of its own, in capitals. The words inside a sentence
// ("bí mật", "tối mật" in a rule about secrets) are no stamp.

const stamps = new Set(["MẬT", "TỐI MẬT", "TUYỆT MẬT"]);
/** A stamp may be framed or labelled. */
const framing = /^(ĐỘ MẬT\s*:)?[\s[\](){}|.*_–—-]*|[\s[\](){}|.*_–—-]*$/gu;

/** The degree on one of the lines, or null. */
export function degreeOfSecrecy(lines: readonly string[]): string | null {
  for (const line of lines) {
    const plain = line.normalize("NFC").replace(/\s+/gu, " ").trim().replace(framing, "");
    if (stamps.has(plain)) return plain;
  }
  return null;
}
