// What a member sees instead of a meeting that was recalled.
import { IconLockX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

/** The whole page. */
export function RecalledPage() {
  const { t } = useTranslation("meeting");
  return (
    <main className="mt-empty" role="alert">
      <IconLockX className="i" aria-hidden />
      <h1 className="mt-h2">{t("recall.gone")}</h1>
      <p>{t("recall.goneText")}</p>
      <Link className="btn" to="/">
        {t("recall.home")}
      </Link>
    </main>
  );
}
