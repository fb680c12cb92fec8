// The cookie of the web page: out of reach of scripts, sent to this site only.
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

const NAME = "banhop_session";

/** Sets it; without `keepUntil` it goes when the browser closes. `secure`: people come by HTTPS. */
export function setSessionCookie(
  context: Context,
  cookie: { token: string; keepUntil: Date | null; secure: boolean },
): void {
  setCookie(context, NAME, cookie.token, {
    httpOnly: true,
    sameSite: "Strict",
    path: "/",
    secure: cookie.secure,
    ...(cookie.keepUntil && { expires: cookie.keepUntil }),
  });
}

export function clearSessionCookie(context: Context): void {
  deleteCookie(context, NAME, { path: "/" });
}

/** The caller's token and whether it came by cookie, which any page could have made the browser send. */
export function tokenOf(context: Context): { token: string; byCookie: boolean } | null {
  const header = context.req.header("authorization");
  if (header?.startsWith("Bearer ")) return { token: header.slice("Bearer ".length), byCookie: false };
  const cookie = getCookie(context, NAME);
  return cookie ? { token: cookie, byCookie: true } : null;
}
