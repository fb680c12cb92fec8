// First passwords, shown once: to be copied and handed over.
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Dialog } from "../../ui/Dialog.tsx";

interface HandOverProps {
  title: string;
  people: readonly { userName: string; password: string }[];
  onClose: () => void;
}

export function HandOver({ title, people, onClose }: HandOverProps) {
  const { t } = useTranslation("people");
  const heading = [t("userName"), t("handOver.password")];
  const table = [heading, ...people.map(({ userName, password }) => [userName, password])];
  const [only] = people;
  return (
    <Dialog title={title} onClose={onClose} asks>
      <p>{t("handOver.text")}</p>
      <div className="hand-over" tabIndex={0} role="group" aria-label={t("handOver.tableName")}>
        <table>
          <thead>
            <tr>
              {heading.map((word) => (
                <th key={word} scope="col">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map(({ userName, password }) => (
              <tr key={userName}>
                <th scope="row">{userName}</th>
                <td>
                  <code>{password}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="dialog-buttons">
        {people.length === 1 && only ? (
          <CopyButton text={only.password} />
        ) : (
          <CopyButton text={table.map((row) => row.join("\t")).join("\n")} label={t("handOver.copyAll")} />
        )}
        <button type="button" className="btn main" onClick={onClose}>
          {t("handOver.close")}
        </button>
      </div>
    </Dialog>
  );
}
