// Setting up an empty data folder, and whom the sample lets in by one click.
import { setUpOrganisation, isEmpty } from "../../commands/setup.ts";
import { openSession } from "../../commands/sessions.ts";
import { anyone } from "../../policies/policy.ts";
import { mayMakeSample, maySetUp } from "../../policies/setup.ts";
import { SAMPLE_PASSWORD, samplePeople } from "../../sample/content.ts";
import { isSample, makeSample } from "../../sample/seed.ts";
import type { Services } from "../../services.ts";
import { implementOpen, type Implementation } from "../implement.ts";
import { answerSession, originOf } from "../session/routes.ts";

export const setupRoutes: readonly Implementation[] = [
  implementOpen("setupState", anyone, ({ services }) => setupState(services)),
  implementOpen("setupOrganisation", maySetUp, async ({ services, body, context }) => {
    const { personId } = await setUpOrganisation(services, body);
    return answerSession(services, context, await openSession(services, personId, originOf(context, false)));
  }),
  implementOpen("setupSample", mayMakeSample, async ({ services }) => {
    await makeSample(services);
    return { ok: true } as const;
  }),
];

async function setupState(services: Services) {
  // With several units on one server a stranger at the door learns the name of none.
  const units = await services.db.selectFrom("organisations").select("name").limit(2).execute();
  const offersSample = services.config.isLoopback && (await isSample(services.db));
  return {
    state: (await isEmpty(services.db)) ? ("empty" as const) : ("ready" as const),
    sampleAllowed: services.config.isLoopback,
    organisationName: units.length === 1 ? (units[0]?.name ?? null) : null,
    sampleAccounts: offersSample ? await sampleAccounts(services) : [],
    samplePassword: offersSample ? SAMPLE_PASSWORD : null,
  };
}

/** The invented people as they stand in the sample, without those who were removed since. */
async function sampleAccounts({ db }: Services) {
  const names = samplePeople.map(({ userName }) => userName);
  const rows = await db.selectFrom("people").select(["id", "user_name"]).where("user_name", "in", names).execute();
  const ids = new Map(rows.map((row) => [row.user_name, row.id]));
  return samplePeople.flatMap(({ userName, fullName, title, role }) => {
    const id = ids.get(userName);
    return id === undefined ? [] : [{ id, userName, fullName, title, role }];
  });
}
