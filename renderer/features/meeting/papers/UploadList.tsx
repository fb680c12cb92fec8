// Files on their way, and what to do about those that were not taken.
import "./papers.css";
import { IconAlertTriangle, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ErrorCode } from "../../../../shared/protocol/errors.ts";
import { failures } from "../../../platform/error-words.ts";
import { FileButton } from "./FileButton.tsx";
import type { Upload, Uploads } from "./use-uploads.ts";

const told = [
  "unsupportedFile",
  "emptyFile",
  "truncatedFile",
  "passwordProtectedFile",
  "hostileFile",
  "secretPaper",
  "tooLarge",
  "storageFull",
] as const satisfies ErrorCode[];

/** Nothing when nothing is on its way. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  const { t } = useTranslation("meeting");
  if (uploads.list.length === 0) return null;
  return (
    <ul className="mt-uploads" aria-label={t("papers.uploads")}>
      {uploads.list.map((upload) => (
        <li key={upload.id}>
          {upload.state === "failed" ? (
            <Failed upload={upload} uploads={uploads} />
          ) : (
            <UnderWay upload={upload} onStop={() => uploads.drop(upload.id)} />
          )}
        </li>
      ))}
    </ul>
  );
}

function UnderWay({ upload, onStop }: { upload: Upload; onStop: () => void }) {
  const { t } = useTranslation("meeting");
  const percent = Math.round(upload.sent * 100);
  return (
    <div className="mt-upload">
      <span className="clip">{upload.file.name}</span>
      <progress max={100} value={percent} aria-label={upload.file.name} />
      <span className="tag muc num">{percent >= 100 ? t("papers.checking") : t("papers.sending", { percent })}</span>
      <button type="button" className="btn plain" onClick={onStop}>
        <IconX className="i" aria-hidden /> {t("papers.stop")}
      </button>
    </div>
  );
}

function Failed({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { t } = useTranslation("meeting");
  const kind = told.find((code) => code === upload.failure) ?? "other";
  const name = upload.file.name;
  return (
    <div className="mt-failed" role="alert">
      <p className="tag need">
        <IconAlertTriangle className="i" aria-hidden /> {t("papers.failed")}
      </p>
      <h3>{t(`upload.${kind}.title`, { name })}</h3>
      <ol>
        <li>{t(`upload.${kind}.step1`)}</li>
        <li>{t(`upload.${kind}.step2`)}</li>
        <li>{t(`upload.${kind}.step3`)}</li>
      </ol>
      <div className="row wrap">
        <FileButton
          label={t("papers.another")}
          onFiles={(files) => {
            uploads.drop(upload.id);
            uploads.add(files, upload.itemId);
          }}
        />
        <button type="button" className="btn plain" onClick={() => uploads.drop(upload.id)}>
          {t("papers.skip")}
        </button>
      </div>
      <p className="meta">{t("papers.code", { code: failures[upload.failure ?? "internal"].sign })}</p>
    </div>
  );
}
