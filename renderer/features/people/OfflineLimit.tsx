// How many days the devices of the unit's people open what they keep without having reached the server.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../platform/api.ts";
import { ME } from "../../platform/me.ts";
import { Failure } from "../../ui/Failure.tsx";
import { Field } from "../../ui/Field.tsx";

/** As the server's contract has it. */
const MOST_DAYS = 90;

/** A part of the page of people. */
export function OfflineLimit({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation("people");
  const settings = useQuery({
    queryKey: ["settings", organisationId],
    queryFn: () => api.call("organisationSettings", { params: { organisationId } }),
  });
  return (
    <section className="page-part people-offline">
      <h2>{t("offline.title")}</h2>
      <Failure error={settings.error} />
      {settings.isPending && <i className="sk" style={{ height: 72 }} />}
      {settings.data && <DaysForm organisationId={organisationId} days={settings.data.offlineDays} />}
    </section>
  );
}

function DaysForm({ organisationId, days }: { organisationId: string; days: number }) {
  const { t } = useTranslation("people");
  const queries = useQueryClient();
  const [typed, setTyped] = useState(String(days));
  const [isWrong, setWrong] = useState(false);
  const save = useMutation({
    mutationFn: (offlineDays: number) =>
      api.call("setOrganisationSettings", { params: { organisationId }, body: { offlineDays } }),
    onSuccess: async (answer) => {
      queries.setQueryData(["settings", organisationId], answer);
      await queries.invalidateQueries({ queryKey: ME });
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const read = readDays(typed);
    setWrong(read === null);
    if (read !== null) save.mutate(read);
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <Field
        label={t("offline.days")}
        hint={t("offline.hint")}
        error={isWrong ? t("offline.wrong", { most: MOST_DAYS }) : undefined}
        inputMode="numeric"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          save.reset();
        }}
      />
      <Failure error={save.error} />
      <div className="row wrap">
        <button type="submit" className="btn" disabled={save.isPending}>
          {t(save.isPending ? "offline.saving" : "offline.save")}
        </button>
        <p className="meta" role="status">
          {save.isSuccess && t("offline.saved")}
        </p>
      </div>
    </form>
  );
}

/** A whole number of days, or null. */
function readDays(text: string): number | null {
  const days = /^\d{1,2}$/.test(text.trim()) ? Number(text) : MOST_DAYS + 1;
  return days <= MOST_DAYS ? days : null;
}
