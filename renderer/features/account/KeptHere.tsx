// What this machine keeps for the person, and how to be rid of it.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWaiting } from "../../offline/waiting.ts";
import { deviceStore } from "../../platform/device-store.ts";
import { useSignOut } from "../../platform/me.ts";
import { isOwnDevice } from "../../platform/sign-in.ts";
import { Dialog } from "../../ui/Dialog.tsx";

const MEGABYTE = 1024 * 1024;

export function KeptHere() {
  const { t, i18n } = useTranslation("account");
  const waiting = useWaiting();
  const [isAsking, setAsking] = useState(false);
  const kept = useQuery({ queryKey: ["keptHere"], queryFn: countKept, refetchInterval: 5000 });
  if (!isOwnDevice()) {
    return (
      <section className="page-part">
        <h2>{t("kept.title")}</h2>
        <p>{t("kept.nothing")}</p>
      </section>
    );
  }
  const size = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (
    <section className="page-part">
      <h2>{t("kept.title")}</h2>
      <p>{t(window.banhop ? "kept.encrypted" : "kept.browser")}</p>
      {kept.data && (
        <p role="status">
          {t("kept.facts", { papers: kept.data.papers, size: size.format(kept.data.bytes / MEGABYTE) })}{" "}
          {t("kept.waiting", { count: waiting })}
        </p>
      )}
      <button type="button" className="btn danger start" onClick={() => setAsking(true)}>
        {t("kept.forget")}
      </button>
      {isAsking && <AskForget waiting={waiting} onClose={() => setAsking(false)} />}
    </section>
  );
}

function AskForget({ waiting, onClose }: { waiting: number; onClose: () => void }) {
  const { t } = useTranslation("account");
  const signOut = useSignOut();
  return (
    <Dialog title={t("kept.sure")} onClose={onClose} asks>
      <p>{t("kept.sureText")}</p>
      {waiting > 0 && <p className="field-error">{t("kept.sureWaiting", { count: waiting })}</p>}
      <div className="dialog-buttons">
        <button type="button" className="btn" autoFocus onClick={onClose}>
          {t("kept.keep")}
        </button>
        <button type="button" className="btn danger" onClick={() => void signOut({ forget: true })}>
          {t("kept.forget")}
        </button>
      </div>
    </Dialog>
  );
}

async function countKept(): Promise<{ papers: number; bytes: number }> {
  const entries = await deviceStore()?.entries();
  if (!entries?.ok) return { papers: 0, bytes: 0 };
  return {
    papers: entries.value.filter(({ name }) => name.startsWith("verified:")).length,
    bytes: entries.value.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
