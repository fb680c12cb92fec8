// The table of people; CSS makes each row a card on a phone, so that the reading order stays one.
import { useTranslation } from "react-i18next";
import type { PersonInOrganisation } from "../../../shared/protocol/http/schemas.ts";
import { useMe } from "../../platform/me.ts";
import { Coin } from "../../ui/Coin.tsx";

interface PeopleTableProps {
  /** In the order in which they are shown. */
  people: readonly PersonInOrganisation[];
  onEdit: (personId: string) => void;
}

export function PeopleTable({ people, onEdit }: PeopleTableProps) {
  const { t } = useTranslation("people");
  return (
    <table className="people">
      <caption className="sr">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("userName")}</th>
          <th scope="col">{t("position")}</th>
          <th scope="col">{t("roles")}</th>
          <th scope="col">
            <span className="sr">{t("acts")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} onEdit={() => onEdit(person.id)} />
        ))}
      </tbody>
    </table>
  );
}

function PersonRow({ person, onEdit }: { person: PersonInOrganisation; onEdit: () => void }) {
  const { t } = useTranslation("people");
  const isMe = useMe()?.id === person.id;
  return (
    <tr className={person.disabled ? "is-off" : ""}>
      <th scope="row">
        <span className="row">
          <Coin personId={person.id} fullName={person.fullName} />
          <span>
            {person.fullName} {isMe && <span className="meta">({t("self")})</span>}
            {person.disabled && <span className="tag need">{t("disabled")}</span>}
          </span>
        </span>
      </th>
      <td>{person.userName}</td>
      <td>{person.title}</td>
      <td>{person.roles.map((role) => t(`role.${role}`)).join(", ")}</td>
      <td>
        <button type="button" className="btn" aria-label={t("editOf", { name: person.fullName })} onClick={onEdit}>
          {t("edit")}
        </button>
      </td>
    </tr>
  );
}
