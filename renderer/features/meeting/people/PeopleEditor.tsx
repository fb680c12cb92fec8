// Edits the list of participants: people of the unit, their role and their title at this meeting. Saved as a whole.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { meetingRole } from "../../../../shared/domain/roles.ts";
import type { newParticipant } from "../../../../shared/protocol/http/schemas.ts";
import { compareNames } from "../../../../shared/vietnamese/names.ts";
import { api, type RouteAnswer } from "../../../platform/api.ts";
import { useAct } from "../../../ui/use-act.ts";
import type { MeetingView } from "../use-meeting.ts";

type Choosable = RouteAnswer<"people">["people"][number];

interface Draft extends z.input<typeof newParticipant> {
  fullName: string;
}

/** Replaces the list while it is shown. */
export function PeopleEditor({ view, onClose }: { view: MeetingView; onClose: () => void }) {
  const { t } = useTranslation("meeting");
  const act = useAct();
  const { id, organisationId } = view.meeting;
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    view.participants.map(({ personId, fullName, role, title, mayComment }) => ({
      personId,
      fullName,
      role,
      title,
      mayComment,
    })),
  );
  const unit = useQuery({
    queryKey: ["people", organisationId],
    queryFn: () => api.call("people", { params: { organisationId } }),
  });
  const choosable = (unit.data?.people ?? [])
    .filter((person) => !person.disabled && !drafts.some((one) => one.personId === person.id))
    .sort((a, b) => compareNames(a.fullName, b.fullName));
  const change = (personId: string, part: Partial<Draft>): void =>
    setDrafts((all) => all.map((one) => (one.personId === personId ? { ...one, ...part } : one)));
  const add = (people: readonly Choosable[]): void => setDrafts((all) => [...all, ...people.map(asInvited)]);
  const save = (): void =>
    act.run(async () => {
      const participants = drafts.map(({ personId, role, title, mayComment }) => ({
        personId,
        role,
        title,
        mayComment,
      }));
      await api.call("setParticipants", { params: { meetingId: id }, body: { participants } });
      view.refetch();
      onClose();
    });
  return (
    <section className="mt-part" aria-label={t("people.edit")}>
      <h1 className="mt-h2">{t("people.edit")}</h1>
      <label className="field mt-add-person">
        <span>{t("people.add")}</span>
        <select
          className="input"
          value=""
          onChange={({ currentTarget }) => add(choosable.filter((one) => one.id === currentTarget.value))}
        >
          <option value="">{t("people.addHint")}</option>
          {choosable.map((person) => (
            <option key={person.id} value={person.id}>
              {[person.fullName, person.title].filter(Boolean).join(", ")}
            </option>
          ))}
        </select>
      </label>
      {choosable.length > 1 && (
        <button type="button" className="btn plain start" onClick={() => add(choosable)}>
          {t("people.addAll", { count: choosable.length })}
        </button>
      )}
      <ul className="sheet list mt-people">
        {drafts.map((one) => (
          <DraftRow
            key={one.personId}
            one={one}
            onChange={(part) => change(one.personId, part)}
            onRemove={() => setDrafts((all) => all.filter(({ personId }) => personId !== one.personId))}
          />
        ))}
      </ul>
      {act.failure && (
        <p className="tag need" role="alert">
          {t("failed", { why: act.failure })}
        </p>
      )}
      <div className="dialog-buttons">
        <button type="button" className="btn" onClick={onClose}>
          {t("people.cancel")}
        </button>
        <button type="button" className="btn main" disabled={act.busy} onClick={save}>
          {t("people.save")}
        </button>
      </div>
    </section>
  );
}

/** Somebody who is a guest of the unit and nothing else comes as a guest, who reads and does not write. */
function asInvited({ id, fullName, title, roles }: Choosable): Draft {
  const isGuest = roles.length > 0 && roles.every((role) => role === "guest");
  return { personId: id, fullName, title, role: isGuest ? "guest" : "member", mayComment: !isGuest };
}

interface DraftRowProps {
  one: Draft;
  onChange: (part: Partial<Draft>) => void;
  onRemove: () => void;
}

function DraftRow({ one, onChange, onRemove }: DraftRowProps) {
  const { t } = useTranslation("meeting");
  const name = one.fullName;
  return (
    <li className="mt-draft-person">
      <b>{name}</b>
      <input
        className="mt-field"
        aria-label={t("people.titleOf", { name })}
        defaultValue={one.title}
        maxLength={160}
        onBlur={({ currentTarget }) => onChange({ title: currentTarget.value })}
      />
      <select
        className="mt-field"
        aria-label={t("people.roleOf", { name })}
        value={one.role}
        onChange={({ currentTarget }) => onChange({ role: meetingRole.parse(currentTarget.value) })}
      >
        {meetingRole.options.map((role) => (
          <option key={role} value={role}>
            {t(`people.role.${role}`)}
          </option>
        ))}
      </select>
      <label className="check">
        <input
          type="checkbox"
          checked={one.mayComment ?? true}
          onChange={({ currentTarget }) => onChange({ mayComment: currentTarget.checked })}
        />
        {t("people.mayComment")}
      </label>
      <button type="button" className="btn plain" aria-label={t("people.remove", { name })} onClick={onRemove}>
        {t("people.removeShort")}
      </button>
    </li>
  );
}
