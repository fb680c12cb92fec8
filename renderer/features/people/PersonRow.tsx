// One person of the unit in the table, with what can be done.
import { IconKey, IconPencil, IconUserCheck, IconUserOff } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonInOrganisation } from "../../../shared/protocol/http/schemas.ts";
import { api } from "../../platform/api.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { useAct } from "../../ui/use-act.ts";

interface PersonRowProps {
  organisationId: string;
  person: PersonInOrganisation;
  onEdit: () => void;
  onChanged: () => void;
  onPassword: (password: string) => void;
}

export function PersonRow({ organisationId, person, onEdit, onChanged, onPassword }: PersonRowProps) {
  const { t } = useTranslation("people");
  const act = useAct();
  const [asking, setAsking] = useState<"disable" | "reset" | null>(null);
  const params = { organisationId, personId: person.id };
  const setDisabled = (disabled: boolean): void => {
    setAsking(null);
    act.run(async () => {
      await api.call("editPerson", { params, body: { disabled } });
      onChanged();
    });
  };
  const reset = (): void => {
    setAsking(null);
    act.run(async () => onPassword((await api.call("resetPassword", { params })).password));
  };
  return (
    <tr className={person.disabled ? "people-off" : ""}>
      <th scope="row">
        {person.fullName}
        {person.disabled && <span className="tag">{t("disabled")}</span>}
        {act.failure && (
          <p role="alert" className="alarm-text">
            {act.failure}
          </p>
        )}
      </th>
      <td className="num">{person.userName}</td>
      <td>{person.title}</td>
      <td>{person.roles.map((role) => t(`role.${role}`)).join(", ")}</td>
      <td>
        <Menu label={t("actsOf", { name: person.fullName })}>
          <button type="button" onClick={onEdit}>
            <IconPencil className="i" aria-hidden /> {t("edit")}
          </button>
          <button type="button" onClick={() => setAsking("reset")}>
            <IconKey className="i" aria-hidden /> {t("reset")}
          </button>
          {person.disabled ? (
            <button type="button" onClick={() => setDisabled(false)}>
              <IconUserCheck className="i" aria-hidden /> {t("enable")}
            </button>
          ) : (
            <button type="button" onClick={() => setAsking("disable")}>
              <IconUserOff className="i" aria-hidden /> {t("disable")}
            </button>
          )}
        </Menu>
        {asking && (
          <Dialog title={t(`ask.${asking}.title`, { name: person.fullName })} onClose={() => setAsking(null)} asks>
            <p>{t(`ask.${asking}.text`)}</p>
            <div className="dialog-buttons">
              <button type="button" className="btn" autoFocus onClick={() => setAsking(null)}>
                {t("cancel", { ns: "app" })}
              </button>
              <button
                type="button"
                className="btn danger"
                onClick={asking === "reset" ? reset : () => setDisabled(true)}
              >
                {t(asking)}
              </button>
            </div>
          </Dialog>
        )}
      </td>
    </tr>
  );
}
