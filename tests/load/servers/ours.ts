// Our sync endpoint alone, durable, for measuring: PORT, DATA. Whoever names themselves in the ticket is that person.
import { startSyncFixture } from "../../sync/sync-fixture.ts";

await startSyncFixture({ folder: process.env["DATA"] ?? "", port: Number(process.env["PORT"]) });
console.log("ready");
