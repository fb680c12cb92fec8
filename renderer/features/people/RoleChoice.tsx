// The roles of a person: several may be held, one at least.
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { organisationRole, type OrganisationRole } from "../../../shared/domain/roles.ts";

interface RoleChoiceProps {
  roles: readonly OrganisationRole[];
  onChange: (roles: OrganisationRole[]) => void;
  error?: string | undefined;
}

export function RoleChoice({ roles, onChange, error }: RoleChoiceProps) {
  const { t } = useTranslation("people");
  const id = useId();
  const toggle = (role: OrganisationRole) =>
    onChange(organisationRole.options.filter((one) => (one === role) !== roles.includes(one)));
  return (
    <fieldset className="field" aria-describedby={error ? id : undefined}>
      <legend>{t("roles")}</legend>
      {organisationRole.options.map((role) => (
        <label key={role} className="check">
          <input type="checkbox" checked={roles.includes(role)} onChange={() => toggle(role)} />
          <span>
            {t(`role.${role}`)} <span className="meta">{t(`roleHint.${role}`)}</span>
          </span>
        </label>
      ))}
      {error && (
        <p id={id} className="field-error">
          {error}
        </p>
      )}
    </fieldset>
  );
}
