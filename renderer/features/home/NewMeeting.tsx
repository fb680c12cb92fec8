// A new meeting: only its title is needed, everything else can follow. A copy takes over the agenda and the people of an
// earlier one.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { meetingKind, type MeetingKind, type MeetingSummary } from "../../../shared/protocol/http/schemas.ts";
import { api } from "../../platform/api.ts";
import { DateTimeField } from "../../ui/DateTimeField.tsx";
import { shortDate, type Moment } from "../../ui/dates.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { DialogForm } from "../../ui/DialogForm.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Field } from "../../ui/Field.tsx";

/** As the schema of the contract. */
const MOST_TITLE = 300;
const MOST_PLACE = 200;
const NOTHING: Moment = { instant: null, problem: null };

interface Facts {
  title: string;
  kind: MeetingKind;
  place: string;
  start: Moment;
  end: Moment;
  copyOf: string;
}
type Problems = Partial<Record<"title" | "end", string>>;

/** `earlier` are the meetings that may be copied, `organisationId` the unit that holds the new one. */
export function NewMeeting(props: { organisationId: string; earlier: readonly MeetingSummary[]; onClose: () => void }) {
  const { earlier, onClose } = props;
  const { t } = useTranslation("home");
  const [facts, setFacts] = useState<Facts>({
    title: "",
    kind: "conference",
    place: "",
    start: NOTHING,
    end: NOTHING,
    copyOf: "",
  });
  const [wasSent, setSent] = useState(false);
  const create = useCreate(props.organisationId);
  const problems: Problems = wasSent ? judge(facts, t) : {};
  const set = (change: Partial<Facts>) => {
    create.reset();
    setFacts({ ...facts, ...change });
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    setSent(true);
    if (isRight(facts, judge(facts, t))) create.mutate(facts);
    else event.currentTarget.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  };
  const copy = (copyOf: string) => {
    const source = earlier.find(({ id }) => id === copyOf);
    set({
      copyOf,
      ...(source && { kind: source.kind }),
      ...(source && facts.title === "" && { title: source.title }),
      ...(source && facts.place === "" && { place: source.place }),
    });
  };
  return (
    <Dialog title={t("create")} onClose={onClose}>
      <DialogForm
        save={t("save")}
        busy={create.isPending}
        onSubmit={submit}
        onClose={onClose}
        failure={<Failure error={create.error} />}
      >
        {earlier.length > 0 && (
          <label className="field">
            <span>{t("copyOf")}</span>
            <select className="input" value={facts.copyOf} onChange={(event) => copy(event.target.value)}>
              <option value="">{t("copyNone")}</option>
              {earlier.map((meeting) => (
                <option key={meeting.id} value={meeting.id}>
                  {meeting.start
                    ? t("copyDated", { title: meeting.title, date: shortDate(meeting.start) })
                    : meeting.title}
                </option>
              ))}
            </select>
            {facts.copyOf !== "" && <small className="meta">{t("copyHint")}</small>}
          </label>
        )}
        <Field
          label={t("title")}
          value={facts.title}
          maxLength={MOST_TITLE}
          onChange={(event) => set({ title: event.target.value })}
          error={problems.title}
        />
        <div className="two-fields">
          <label className="field">
            <span>{t("kind")}</span>
            <select
              className="input"
              value={facts.kind}
              onChange={(event) => set({ kind: meetingKind.parse(event.target.value) })}
            >
              {meetingKind.options.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`meetingKind.${kind}`, { ns: "ui" })}
                </option>
              ))}
            </select>
          </label>
          <Field
            label={t("place")}
            value={facts.place}
            maxLength={MOST_PLACE}
            onChange={(event) => set({ place: event.target.value })}
          />
        </div>
        <DateTimeField label={t("start")} initial={null} showProblem={wasSent} onChange={(start) => set({ start })} />
        <DateTimeField
          label={t("end")}
          initial={null}
          showProblem={wasSent}
          onChange={(end) => set({ end })}
          error={problems.end}
        />
      </DialogForm>
    </Dialog>
  );
}

function useCreate(organisationId: string) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ title, kind, place, start, end, copyOf }: Facts) =>
      api.call("createMeeting", {
        body: {
          organisationId,
          title,
          kind,
          place,
          start: start.instant,
          plannedEnd: end.instant,
          ...(copyOf !== "" && { copyOf }),
        },
      }),
    onSuccess: async ({ meeting }) => {
      await queries.invalidateQueries({ queryKey: ["meetings"] });
      return navigate(`/cuoc-hop/${meeting.id}`);
    },
  });
}

/** Rules: a title; the end after the start. What is wrong inside a field of time that field says itself. */
function judge({ title, start, end }: Facts, t: (key: "needTitle" | "endFirst") => string): Problems {
  const isTurned = start.instant !== null && end.instant !== null && end.instant <= start.instant;
  return { ...(title.trim() === "" && { title: t("needTitle") }), ...(isTurned && { end: t("endFirst") }) };
}

function isRight({ start, end }: Facts, problems: Problems): boolean {
  return Object.keys(problems).length === 0 && start.problem === null && end.problem === null;
}
