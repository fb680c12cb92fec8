// What the desktop shell takes from the page, checked value by value; the page may be in the hands of somebody else.
import { z } from "zod";
import { MAX_CALL_BYTES, MAX_RECORD_BYTES, MAX_RECORDS, storeName, storeScope } from "./device-store.ts";

const secret = z.string().min(1).max(200);
export const enterWish = z.object({
  token: secret,
  ownDevice: z.boolean(),
  /** Opens what is kept here when the network is away. Never stored. */
  password: secret.optional(),
  /** Opened it before it was changed at another place. */
  oldPassword: secret.optional(),
  /** Gives up what is kept here, which no password opens any more. */
  discardOld: z.boolean().optional(),
  /** The answer to "no-keys": keep things under the password, which is asked for at each start, or keep nothing. */
  withoutKeys: z.enum(["ask-password", "keep-nothing"]).optional(),
});
export type EnterWish = z.infer<typeof enterWish>;

export const offlineWish = z.object({ userName: z.string().min(1).max(100), password: secret });

const records = z
  .array(z.instanceof(Uint8Array).refine(({ length }) => length <= MAX_RECORD_BYTES))
  .max(MAX_RECORDS)
  .refine((all) => all.slice(1).reduce((sum, { length }) => sum + length, 0) <= MAX_CALL_BYTES);

/** The arguments of the store's functions. */
export const storeArguments = {
  place: z.object({ scope: storeScope, name: storeName }),
  range: z.object({
    scope: storeScope,
    name: storeName,
    from: z.int().nonnegative(),
    count: z.int().min(1).max(MAX_RECORDS),
  }),
  append: z.object({ scope: storeScope, name: storeName, records, ifCount: z.int().nonnegative().optional() }),
  replace: z.object({ scope: storeScope, name: storeName, records, ifCount: z.int().nonnegative().optional() }),
  note: z.object({ scope: storeScope, name: storeName, note: z.string().max(500) }),
  scope: z.object({ scope: storeScope }),
};
