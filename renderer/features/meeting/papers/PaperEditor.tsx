// The facts of one paper: title, number, kind, item, and who reads it.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { paperKind, type Paper } from "../../../../shared/protocol/http/schemas.ts";
import { api } from "../../../platform/api.ts";
import { FormDialog } from "../../../ui/FormDialog.tsx";
import type { MeetingView } from "../use-meeting.ts";

/** A dialog; saves all at once. */
export function PaperEditor({ paper, view, onClose }: { paper: Paper; view: MeetingView; onClose: () => void }) {
  const { t } = useTranslation("meeting");
  const [readers, setReaders] = useState<readonly string[] | null>(paper.readers);
  const save = async (read: (name: string) => string): Promise<void> => {
    await api.call("editPaper", {
      params: { paperId: paper.id },
      body: {
        title: read("title"),
        number: read("number"),
        kind: paperKind.parse(read("kind")),
        itemId: read("itemId") || null,
        readers: readers && [...readers],
      },
    });
    view.refetch();
  };
  return (
    <FormDialog title={t("papers.edit")} save={t("papers.save")} onSave={save} onClose={onClose}>
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
    </FormDialog>
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
      <label className="check">
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
              <label className="check">
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
