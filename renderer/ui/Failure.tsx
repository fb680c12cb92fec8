// A failure where it happened: the words, and the sign to read out.
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { messageOf, signOf } from "../platform/api.ts";

/** Nothing while there is no error. */
export function Failure({ error }: { error: unknown }) {
  const { t } = useTranslation("ui");
  if (error === null || error === undefined) return null;
  return (
    <p role="alert" className="failure">
      <IconAlertTriangle className="i" aria-hidden />
      <span>
        {messageOf(error)} <span className="meta">{t("sign", { sign: signOf(error) })}</span>
      </span>
    </p>
  );
}
