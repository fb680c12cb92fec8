// Whose rooms these are. Known from the sign-in, or asked of the server once, so that no screen has to hand it down.
import { api } from "../platform/api.ts";
import { personIdHere, rememberPerson } from "../platform/sign-in.ts";

let person: Promise<string> | null = null;
let known: string | null = null;
/** Under which sign-in it was asked: after another one the answer is void. */
let asked: string | undefined;

/** The id of the person who is signed in. */
export function whoseRooms(): Promise<string> {
  const here = knownPerson();
  if (here !== null) return Promise.resolve(here);
  person ??= ask();
  return person;
}

/** The same when it is known already, else null. */
export function knownPerson(): string | null {
  forgetOther();
  known ??= personIdHere();
  return known;
}

/** Forgets it, at sign-out. */
export function forgetPerson(): void {
  person = null;
  known = null;
}

function forgetOther(): void {
  const token = api.headers()["authorization"];
  if (token !== asked) forgetPerson();
  asked = token;
}

async function ask(): Promise<string> {
  try {
    const answer = await api.call("whoAmI", {});
    known = answer.person.id;
    rememberPerson(known);
    return answer.person.id;
  } catch (error) {
    person = null;
    throw error;
  }
}
