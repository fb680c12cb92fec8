// The devices where one is signed in: which, since when, last used; sign out one or all others.
import { IconDeviceDesktop, IconDeviceMobile } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { SessionInfo } from "../../../shared/protocol/http/schemas.ts";
import { api } from "../../platform/api.ts";
import { clockTime, shortDate } from "../../ui/dates.ts";
import { Failure } from "../../ui/Failure.tsx";
import { deviceName } from "../../ui/device-name.ts";

export function SessionList() {
  const { t } = useTranslation("account");
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: ["sessions"], queryFn: () => api.call("sessions", {}) });
  const end = useMutation({
    mutationFn: (ids: string[]) =>
      Promise.all(ids.map((sessionId) => api.call("revokeSession", { params: { sessionId } }))),
    onSettled: () => queries.invalidateQueries({ queryKey: ["sessions"] }),
  });
  const all = sessions.data?.sessions ?? [];
  const others = all.filter(({ current }) => !current).map(({ id }) => id);
  return (
    <section className="page-part">
      <h2>{t("sessions.title")}</h2>
      <p className="meta">{t("sessions.text")}</p>
      <Failure error={sessions.error ?? end.error} />
      {sessions.isPending && <i className="sk" style={{ height: 72 }} />}
      <ul className="list sessions">
        {all.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            isBusy={end.isPending}
            onEnd={() => end.mutate([session.id])}
          />
        ))}
      </ul>
      {others.length > 1 && (
        <button type="button" className="btn danger start" disabled={end.isPending} onClick={() => end.mutate(others)}>
          {t("sessions.endOthers", { count: others.length })}
        </button>
      )}
      {sessions.isSuccess && others.length === 0 && <p className="meta">{t("sessions.only")}</p>}
    </section>
  );
}

function SessionRow({ session, isBusy, onEnd }: { session: SessionInfo; isBusy: boolean; onEnd: () => void }) {
  const { t } = useTranslation("account");
  const name = deviceName(session.device);
  const device = name ? t("sessions.device", name) : t("sessions.unknown");
  const Icon = /Mobile|Android|iPhone/.test(session.device) ? IconDeviceMobile : IconDeviceDesktop;
  const moment = (instant: string) => ({ date: shortDate(instant), time: clockTime(instant) });
  return (
    <li className="row wrap">
      <Icon className="i" aria-hidden />
      <div className="grow">
        <b title={session.device}>{device}</b> {session.current && <span className="tag ok">{t("sessions.here")}</span>}
        <p className="meta">
          {t("sessions.since", moment(session.createdAt))} · {t("sessions.used", moment(session.lastSeenAt))}
        </p>
      </div>
      {!session.current && (
        <button
          type="button"
          className="btn"
          disabled={isBusy}
          aria-label={t("sessions.endOneOf", { device, ...moment(session.createdAt) })}
          onClick={onEnd}
        >
          {t("sessions.endOne")}
        </button>
      )}
    </li>
  );
}
