// What a new password must be, judged before it is sent, field by field.
import { password as passwordSchema } from "../../../shared/protocol/http/schemas.ts";

export interface TypedPasswords {
  current: string;
  next: string;
  again: string;
}
export type PasswordProblem = "missing" | "short" | "long" | "same" | "differs";
export type PasswordProblems = Partial<Record<keyof TypedPasswords, PasswordProblem>>;

const MOST = passwordSchema.maxLength ?? Infinity;
const LEAST = passwordSchema.minLength ?? 0;

/** No entry: the field is right. */
export function judgePasswords({ current, next, again }: TypedPasswords): PasswordProblems {
  const problems: PasswordProblems = {};
  if (current === "") problems.current = "missing";
  if (next.length < LEAST) problems.next = "short";
  else if (next.length > MOST) problems.next = "long";
  else if (next === current) problems.next = "same";
  else if (next !== again) problems.again = "differs";
  return problems;
}
