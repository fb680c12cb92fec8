// People from a table copied out of Excel: the server judges every row first, and adds all of them or none.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../platform/api.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { useAct } from "../../ui/use-act.ts";
import { ImportPreview, type ImportRow } from "./ImportPreview.tsx";
import type { FirstPassword } from "./PasswordSheet.tsx";

interface PasteTableProps {
  organisationId: string;
  onClose: () => void;
  onImported: (added: readonly FirstPassword[]) => void;
}

export function PasteTable({ organisationId, onClose, onImported }: PasteTableProps) {
  const { t } = useTranslation("people");
  const act = useAct();
  const [table, setTable] = useState("");
  const [rows, setRows] = useState<readonly ImportRow[] | null>(null);
  const faulty = rows?.filter(({ errors }) => errors.length > 0).length ?? 0;
  const isReady = rows !== null && rows.length > 0 && faulty === 0;
  const send = async (dryRun: boolean) =>
    api.call("importPeople", { params: { organisationId }, body: { table, dryRun } });
  const judge = (): void => act.run(async () => setRows((await send(true)).rows));
  const add = (): void =>
    act.run(async () => {
      const answer = await send(false);
      setRows(answer.rows);
      if (answer.imported === 0) return; // somebody took a name meanwhile: the rows say which
      const names = new Map(answer.rows.map(({ userName, fullName }) => [userName, fullName]));
      onImported(answer.passwords.map((one) => ({ ...one, fullName: names.get(one.userName) ?? one.userName })));
      onClose();
    });
  return (
    <Dialog title={t("pasteTable.title")} onClose={onClose}>
      <p>{t("pasteTable.text")}</p>
      <div className="dialog-form">
        <button type="button" className="btn" onClick={() => void navigator.clipboard.writeText(t("pasteTable.head"))}>
          {t("pasteTable.copyHead")}
        </button>
        <label className="field">
          <span>{t("pasteTable.field")}</span>
          <textarea
            className="input people-paste"
            rows={6}
            spellCheck={false}
            placeholder={t("pasteTable.example")}
            value={table}
            onChange={({ currentTarget }) => {
              setTable(currentTarget.value);
              setRows(null);
            }}
          />
        </label>
        {rows && <ImportPreview rows={rows} />}
        <p role={act.failure ? "alert" : "status"} className={act.failure || faulty > 0 ? "alarm-text" : "meta"}>
          {act.failure ??
            (rows === null ? "" : faulty > 0 ? t("pasteTable.faulty", { count: faulty }) : t("pasteTable.allRight"))}
        </p>
        <div className="dialog-buttons">
          <button type="button" className="btn" onClick={onClose}>
            {t("cancel", { ns: "app" })}
          </button>
          {isReady ? (
            <button type="button" className="btn main" disabled={act.busy} onClick={add}>
              {t("pasteTable.add", { count: rows.length })}
            </button>
          ) : (
            <button type="button" className="btn main" disabled={act.busy || table.trim() === ""} onClick={judge}>
              {t("pasteTable.check")}
            </button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
