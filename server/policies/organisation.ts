// Who may do what with the people of a unit.
// The administrator of a unit adds, edits, disables and resets its people. Its administrators and secretaries see the
// list, since a secretary needs it to invite. Its administrators see and change its settings. Whoever does not belong to the unit does not learn that it exists.
import { hasRole, isMemberOf } from "../auth/caller.ts";
import type { Policy } from "./policy.ts";

/** May see the list of people. */
export const mayListPeople: Policy = ({ caller, param }) => {
  const organisationId = param("organisationId");
  if (!isMemberOf(caller.person, organisationId)) return "hidden";
  return hasRole(caller.person, organisationId, "administrator", "secretary") ? "allowed" : "forbidden";
};

/** May add and change people. That the person belongs to the unit is looked up by the command. */
export const mayManagePeople: Policy = ({ caller, param }) => {
  const organisationId = param("organisationId");
  if (!isMemberOf(caller.person, organisationId)) return "hidden";
  return hasRole(caller.person, organisationId, "administrator") ? "allowed" : "forbidden";
};

/** May see and change the settings of the unit. */
export const mayManageSettings: Policy = (request) => mayManagePeople(request);
