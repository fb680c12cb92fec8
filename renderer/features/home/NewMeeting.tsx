// A new meeting: only its title is needed, everything else can follow.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api, messageOf } from "../../platform/api.ts";

export function NewMeeting({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation("home");
  const navigate = useNavigate();
  const queries = useQueryClient();
  const create = useMutation({
    mutationFn: (form: FormData) => {
      const text = (name: string) => form.get(name) as string; // inputs of this form
      const instant = (name: string) => (text(name) ? new Date(text(name)).toISOString() : null);
      return api.call("createMeeting", {
        body: { title: text("title"), place: text("place"), start: instant("start"), plannedEnd: instant("end") },
      });
    },
    onSuccess: async ({ meeting }) => {
      await queries.invalidateQueries({ queryKey: ["meetings"] });
      return navigate(`/cuoc-hop/${meeting.id}`);
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate(new FormData(event.currentTarget));
  };
  return (
    <form className="sheet" style={{ padding: 24, display: "grid", gap: 14, margin: "8px 0 20px" }} onSubmit={submit}>
      {(["title", "place", "start", "end"] as const).map((name) => (
        <label key={name} className="field">
          <span>{t(name)}</span>
          <input
            className="input"
            name={name}
            type={name === "start" || name === "end" ? "datetime-local" : "text"}
            required={name === "title"}
          />
        </label>
      ))}
      {create.isError && (
        <p role="alert" className="alarm-text">
          {messageOf(create.error)}
        </p>
      )}
      <div className="row">
        <button type="submit" className="btn main" disabled={create.isPending}>
          {t("save")}
        </button>
        <button type="button" className="btn plain" onClick={onDone}>
          {t("cancel")}
        </button>
      </div>
    </form>
  );
}
