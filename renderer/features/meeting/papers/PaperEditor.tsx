// The facts of one paper: title, number, kind, item, and who reads it.
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { paperKind, type Paper } from "../../../../shared/protocol/http/schemas.ts";
import { api } from "../../../platform/api.ts";
import { Dialog } from "../Dialog.tsx";
import { useAct } from "../use-act.ts";
import type { MeetingView } from "../use-meeting.ts";

/** A dialog; saves all at once. */
export function PaperEditor({ paper, view, onClose }: { paper: Paper; view: MeetingView; onClose: () => void }) {
  const { t } = useTranslation("meeting");
  const act = useAct();
  const [readers, setReaders] = useState<readonly string[] | null>(paper.readers);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    act.run(async () => {
      await api.call("editPaper", {
        params: { paperId: paper.id },
        body: {
          title: text("title"),
          number: text("number"),
          kind: paperKind.parse(text("kind")),
          itemId: text("itemId") || null,
          readers: readers && [...readers],
        },
      });
      view.refetch();
      onClose();
    });
  };
  return (
    <Dialog title={t("papers.edit")} onClose={onClose}>
      <form onSubmit={submit} className="mt-form">
        <label className="field">
          <span>{t("papers.name")}</span>
          <input className="input" name="title" defaultValue={paper.title} required maxLength={300} />
        </label>
        <label className="field">
          <span>{t("papers.number")}</span>
          <input className="input" name="number" defaultValue={paper.number} maxLength={60} />
        </label>
        <label className="field">
          <span>{t("papers.kind")}</span>
          <select className="input" name="kind" defaultValue={paper.kind}>
            {paperKind.options.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{t("papers.item")}</span>
          <select className="input" name="itemId" defaultValue={paper.itemId ?? ""}>
            <option value="">{t("papers.noItem")}</option>
            {view.items.map((item) => (
              <option key={item.id} value={item.id}>
                {`${item.number}. ${item.title}`}
              </option>
            ))}
          </select>
        </label>
        <Readers view={view} readers={readers} onChange={setReaders} />
        {act.failure && (
          <p className="tag need" role="alert">
            {t("failed", { why: act.failure })}
          </p>
        )}
        <div className="mt-dialog-buttons">
          <button type="button" className="btn" onClick={onClose}>
            {t("papers.cancel")}
          </button>
          <button type="submit" className="btn main" disabled={act.busy}>
            {t("papers.save")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface ReadersProps {
  view: MeetingView;
  readers: readonly string[] | null;
  onChange: (readers: readonly string[] | null) => void;
}

function Readers({ view, readers, onChange }: ReadersProps) {
  const { t } = useTranslation("meeting");
  const choosable = view.participants.filter(({ role }) => role === "member" || role === "guest");
  return (
    <fieldset className="mt-readers">
      <label className="mt-check">
        <input
          type="checkbox"
          checked={readers !== null}
          onChange={({ currentTarget }) => onChange(currentTarget.checked ? [] : null)}
        />
        {t("papers.narrow")}
      </label>
      <p className="meta">{readers ? t("papers.alwaysRead") : t("papers.everyone")}</p>
      {readers && (
        <ul>
          {choosable.map(({ personId, fullName }) => (
            <li key={personId}>
              <label className="mt-check">
                <input
                  type="checkbox"
                  checked={readers.includes(personId)}
                  onChange={({ currentTarget }) =>
                    onChange(currentTarget.checked ? [...readers, personId] : readers.filter((one) => one !== personId))
                  }
                />
                {fullName}
              </label>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
