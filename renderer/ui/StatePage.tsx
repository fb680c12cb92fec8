// A page that says why there is nothing to see: what happened, numbered steps, acts, and a sign to read out.
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface StatePageProps {
  /** A few words above the title, as "Chưa mở được". */
  tag: string;
  title: string;
  steps: readonly string[];
  sign: string;
  /** Buttons: one main act, one way out. */
  children: ReactNode;
}

export function StatePage({ tag, title, steps, sign, children }: StatePageProps) {
  const { t } = useTranslation("ui");
  return (
    <main className="state-page">
      <p className="tag need">
        <IconAlertTriangle className="i" aria-hidden /> {tag}
      </p>
      <h1>{title}</h1>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="row wrap">{children}</div>
      <p className="meta">{t("signLong", { sign })}</p>
    </main>
  );
}
