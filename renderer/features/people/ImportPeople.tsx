// People pasted from Excel: the server judges every row while it is typed or pasted, and adds all or none.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useDebouncedValue } from "@mantine/hooks";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { AppError } from "../../../shared/protocol/errors.ts";
import { api } from "../../platform/api.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { HandOver } from "./HandOver.tsx";
import { ImportPreview } from "./ImportPreview.tsx";

/** The heading row and two rows as an example; the server skips a heading. */
const TEMPLATE = [
  ["Họ tên", "Tên đăng nhập", "Chức danh", "Vai trò"],
  ["Nguyễn Văn An", "an.nguyen", "Trưởng ban Dân chủ - Pháp luật", "đại biểu"],
  ["Trần Thị Bình", "binh.tran", "Chuyên viên Văn phòng", "thư ký"],
]
  .map((cells) => cells.join("\t"))
  .join("\n");
/** A pause in the typing; a pasted table is judged after it as well. */
const PAUSE_MS = 300;

export function ImportPeople({ organisationId, onClose }: { organisationId: string; onClose: () => void }) {
  const { t } = useTranslation("people");
  const id = useId();
  const queries = useQueryClient();
  const [table, setTable] = useState("");
  const [judged] = useDebouncedValue(table, PAUSE_MS);
  const send = (dryRun: boolean, text: string) =>
    api.call("importPeople", { params: { organisationId }, body: { table: text, dryRun } });
  const check = useQuery({
    queryKey: ["import", organisationId, judged],
    queryFn: () => send(true, judged),
    enabled: judged.trim() !== "",
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const add = useMutation({
    mutationFn: () => send(false, table),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["people"] }),
  });
  if (add.data && add.data.imported > 0) {
    const title = t("handOver.manyTitle", { count: add.data.imported });
    return <HandOver title={title} people={add.data.passwords} onClose={onClose} />;
  }
  const rows = add.data?.rows ?? (table.trim() === "" ? [] : (check.data?.rows ?? []));
  const wrong = rows.filter(({ errors }) => errors.length > 0).length;
  const isCurrent = judged === table && check.isSuccess && !check.isFetching;
  return (
    <Dialog title={t("import.title")} onClose={onClose} wide>
      <ol className="steps">
        {(["step1", "step2", "step3"] as const).map((step) => (
          <li key={step}>{t(`import.${step}`)}</li>
        ))}
      </ol>
      <div className="row between wrap">
        <label htmlFor={id} className="cap">
          {t("import.table")}
        </label>
        <CopyButton text={TEMPLATE} label={t("import.template")} />
      </div>
      <textarea
        id={id}
        className="input paste"
        rows={6}
        wrap="off"
        spellCheck={false}
        placeholder={TEMPLATE}
        value={table}
        onChange={(event) => {
          setTable(event.target.value);
          add.reset();
        }}
      />
      <p role="status" className={wrong > 0 ? "field-error" : "meta"}>
        {table.trim() !== "" && isCurrent && sumOf(rows.length, wrong, t)}
        {table.trim() !== "" && !isCurrent && !check.isError && t("import.checking")}
      </p>
      {isTooLong(check.error) ? <p className="field-error">{t("import.tooMany")}</p> : <Failure error={check.error} />}
      <Failure error={add.error} />
      {rows.length > 0 && <ImportPreview rows={rows} />}
      <div className="dialog-buttons">
        <button type="button" className="btn" onClick={onClose}>
          {t("import.cancel")}
        </button>
        <button
          type="button"
          className="btn main"
          disabled={!isCurrent || wrong > 0 || rows.length === 0 || add.isPending}
          onClick={() => add.mutate()}
        >
          {t("import.add", { count: rows.length })}
        </button>
      </div>
    </Dialog>
  );
}

type Say = (
  key: "import.empty" | "import.wrong" | "import.allRight",
  values: { count: number; wrong: number },
) => string;

function sumOf(count: number, wrong: number, t: Say): string {
  return t(count === 0 ? "import.empty" : wrong > 0 ? "import.wrong" : "import.allRight", { count, wrong });
}

function isTooLong(error: unknown): boolean {
  return error instanceof AppError && error.details["reason"] === "tooManyRows";
}
