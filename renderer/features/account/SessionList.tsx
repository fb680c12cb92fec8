// Where one is signed in, each with a way to end it.
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { SessionInfo } from "../../../shared/protocol/http/schemas.ts";
import { api, messageOf } from "../../platform/api.ts";
import { deviceName } from "./device-name.ts";
import { useAct } from "../../ui/use-act.ts";

export function SessionList() {
  const { t } = useTranslation("account");
  const act = useAct();
  const sessions = useQuery({ queryKey: ["sessions"], queryFn: () => api.call("sessions", {}) });
  const all = sessions.data?.sessions ?? [];
  const others = all.filter(({ current }) => !current);
  const end = (ended: readonly SessionInfo[]): void =>
    act.run(async () => {
      await Promise.all(ended.map(({ id }) => api.call("revokeSession", { params: { sessionId: id } })));
      await sessions.refetch();
    });
  const failure = act.failure ?? (sessions.isError ? messageOf(sessions.error) : null);
  return (
    <>
      {failure && (
        <p role="alert" className="alarm-text">
          {failure}
        </p>
      )}
      {sessions.isPending && <div className="sk" style={{ height: 64 }} aria-busy="true" />}
      <ul className="list">
        {all.map((session) => (
          <SessionRow key={session.id} session={session} isBusy={act.busy} onEnd={() => end([session])} />
        ))}
      </ul>
      {others.length > 1 && (
        <button type="button" className="btn danger" disabled={act.busy} onClick={() => end(others)}>
          {t("sessions.endOthers", { count: others.length })}
        </button>
      )}
    </>
  );
}

function SessionRow({ session, isBusy, onEnd }: { session: SessionInfo; isBusy: boolean; onEnd: () => void }) {
  const { t, i18n } = useTranslation("account");
  const device = deviceName(session.device) || t("sessions.unknown");
  const when = (instant: string): string =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: "short", timeStyle: "short" }).format(new Date(instant));
  return (
    <li className="account-session">
      <div className="grow">
        <b>{device}</b>
        <p className="meta num">
          {t("sessions.times", { since: when(session.createdAt), seen: when(session.lastSeenAt) })}
        </p>
      </div>
      {session.current ? (
        <span className="tag">{t("sessions.current")}</span>
      ) : (
        <button
          type="button"
          className="btn"
          aria-label={t("sessions.endOf", { device })}
          disabled={isBusy}
          onClick={onEnd}
        >
          {t("sessions.end")}
        </button>
      )}
    </li>
  );
}
