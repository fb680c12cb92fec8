// What the server understood of a pasted table, row by row, with what is wrong in each.
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { contract } from "../../../shared/protocol/http/contract.ts";

export type ImportRow = z.output<typeof contract.importPeople.answer>["rows"][number];

export function ImportPreview({ rows }: { rows: readonly ImportRow[] }) {
  const { t } = useTranslation("people");
  if (rows.length === 0) return <p className="meta">{t("pasteTable.empty")}</p>;
  return (
    <div className="people-preview">
      <table className="people-table">
        <thead>
          <tr>
            <th scope="col">{t("pasteTable.line")}</th>
            <th scope="col">{t("fullName")}</th>
            <th scope="col">{t("userName")}</th>
            <th scope="col">{t("rolesHead")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line} className={row.errors.length > 0 ? "people-wrong" : ""}>
              <td className="num">{row.line}</td>
              <th scope="row">
                {row.fullName}
                {row.errors.map((error) => (
                  <p key={error} className="alarm-text">
                    {error}
                  </p>
                ))}
              </th>
              <td className="num">{row.userName}</td>
              <td>{row.roles.map((role) => t(`role.${role}`)).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
