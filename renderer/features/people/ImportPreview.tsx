// What the server read in a pasted table, row by row, with what is wrong in each.
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ImportError } from "../../../shared/protocol/http/schemas.ts";
import type { RouteAnswer } from "../../platform/api.ts";

type ImportRow = RouteAnswer<"importPeople">["rows"][number];

export function ImportPreview({ rows }: { rows: readonly ImportRow[] }) {
  const { t } = useTranslation("people");
  const columns = [t("import.line"), t("name"), t("userName"), t("position"), t("roles"), t("import.errors")];
  return (
    <div className="preview" tabIndex={0} role="group" aria-label={t("import.preview")}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <th scope="row">{row.line}</th>
              <td>{row.fullName}</td>
              <td>{row.userName}</td>
              <td>{row.title}</td>
              <td>{row.roles.map((role) => t(`role.${role}`)).join(", ")}</td>
              <td>{row.errors.length > 0 ? <Errors errors={row.errors} /> : <Right />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Right() {
  const { t } = useTranslation("people");
  return (
    <span className="tag ok">
      <IconCheck className="i" aria-hidden /> {t("import.ok")}
    </span>
  );
}

function Errors({ errors }: { errors: readonly ImportError[] }) {
  const { t } = useTranslation("people");
  return (
    <ul className="field-error">
      {errors.map(({ code, value }) => (
        <li key={code + value}>
          <IconAlertTriangle className="i" aria-hidden /> {t(`import.error.${code}`, { value })}
        </li>
      ))}
    </ul>
  );
}
