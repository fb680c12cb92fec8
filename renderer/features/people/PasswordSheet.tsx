// First passwords, shown once: to be copied and handed over; the server keeps only their hash.
import { useState } from "react";
import { useTranslation } from "react-i18next";

export interface FirstPassword {
  fullName: string;
  userName: string;
  password: string;
}

/** Nothing when there are none. */
export function PasswordSheet({ passwords, onDone }: { passwords: readonly FirstPassword[]; onDone: () => void }) {
  const { t } = useTranslation("people");
  const [copied, setCopied] = useState(false);
  if (passwords.length === 0) return null;
  const table = passwords.map(({ fullName, userName, password }) => [fullName, userName, password].join("\t"));
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(table.join("\n"));
    setCopied(true);
  };
  const done = (): void => {
    setCopied(false);
    onDone();
  };
  return (
    <section className="sheet people-passwords" aria-label={t("passwords.title")} role="status">
      <h2>{t("passwords.title")}</h2>
      <p className="meta">{t("passwords.text")}</p>
      <table className="people-table">
        <thead>
          <tr>
            <th scope="col">{t("fullName")}</th>
            <th scope="col">{t("userName")}</th>
            <th scope="col">{t("passwords.password")}</th>
          </tr>
        </thead>
        <tbody>
          {passwords.map(({ fullName, userName, password }) => (
            <tr key={userName}>
              <th scope="row">{fullName}</th>
              <td className="num">{userName}</td>
              <td>
                <code>{password}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="dialog-buttons">
        <button type="button" className="btn" onClick={() => void copy()}>
          {t(copied ? "passwords.copied" : "passwords.copy")}
        </button>
        <button type="button" className="btn main" onClick={done}>
          {t("passwords.done")}
        </button>
      </div>
    </section>
  );
}
