// The door and the place behind it to which signing in leads back.

/** The address of the sign-in page. @param expired says there that the session has ended */
export function doorFor(place: string, expired = false): string {
  const query = new URLSearchParams();
  if (place !== "/" && !place.startsWith("/dang-nhap")) query.set("ve", place);
  if (expired) query.set("het-phien", "1");
  return query.size > 0 ? `/dang-nhap?${query.toString()}` : "/dang-nhap";
}

/** Where to go after signing in. Only a place of this page counts, never another site. */
export function placeBehind(search: URLSearchParams): string {
  const place = search.get("ve") ?? "/";
  return /^\/(?![/\\])/.test(place) ? place : "/";
}
