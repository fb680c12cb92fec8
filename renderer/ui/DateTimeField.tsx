// A field for a day and a time, written as 25/11/2026 and 14:30, with the system's calendar at hand. A browser's own
// date field shows the day in the order of the browser's language, which is often not that of the person.
import { IconCalendar } from "@tabler/icons-react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { dayOf, readDateTime, timeOf } from "./date-time.ts";

/** Its form value is an instant (ISO 8601, UTC), or empty. What cannot be understood keeps the form from being sent. */
export function DateTimeField({ label, name, initial }: { label: string; name: string; initial: string | null }) {
  const { t } = useTranslation("app");
  const id = useId();
  const [day, setDay] = useState(dayOf(initial));
  const [time, setTime] = useState(timeOf(initial));
  const dayField = useRef<HTMLInputElement>(null);
  const calendar = useRef<HTMLInputElement>(null);
  const isEmpty = day.trim() === "" && time.trim() === "";
  const instant = readDateTime(day, time);
  const fault = isEmpty || instant !== null ? "" : t("dateFault");
  useEffect(() => dayField.current?.setCustomValidity(fault), [fault]);
  const pick = (picked: string): void => {
    const [year, month, date] = picked.split("-");
    if (year && month && date) setDay(`${date}/${month}/${year}`);
  };
  return (
    <fieldset className="field date-time" aria-describedby={`${id}-hint`}>
      <legend>{label}</legend>
      <div className="row">
        <input
          ref={dayField}
          className="input"
          aria-label={t("dayOf", { label })}
          placeholder={t("dayShape")}
          inputMode="numeric"
          autoComplete="off"
          value={day}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
        <span className="date-time-calendar">
          <button
            type="button"
            className="icon-btn"
            aria-label={t("calendar", { label })}
            title={t("calendar", { label })}
            onClick={() => calendar.current?.showPicker()}
          >
            <IconCalendar className="i" aria-hidden />
          </button>
          <input
            ref={calendar}
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            onChange={({ currentTarget }) => pick(currentTarget.value)}
          />
        </span>
        <input
          className="input date-time-time"
          aria-label={t("timeOf", { label })}
          placeholder={t("timeShape")}
          inputMode="numeric"
          autoComplete="off"
          value={time}
          onChange={({ currentTarget }) => setTime(currentTarget.value)}
        />
      </div>
      <p id={`${id}-hint`} className={fault ? "alarm-text" : "sr"}>
        {fault || t("dateHint")}
      </p>
      <input type="hidden" name={name} value={instant ?? ""} />
    </fieldset>
  );
}
