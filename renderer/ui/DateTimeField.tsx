// A day and a time of day, typed as they are written in Vietnam (18/6/2026, 14:00) or picked on a calendar. It never shows
// the order of another country, whatever the browser speaks.
import { Popover } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { IconCalendar } from "@tabler/icons-react";
import "dayjs/locale/vi";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { parseDay, readMoment, VIETNAM, wallClock, writeDay, writeTime, type Day, type Moment } from "./dates.ts";

interface DateTimeFieldProps {
  label: string;
  /** What it shows at first. */
  initial: string | null;
  /** In a form that is read by names: the value is the instant (ISO 8601, UTC) or empty, and a problem stops the form. */
  name?: string;
  onChange?: (value: Moment) => void;
  timeZone?: string;
  /** An error of the form about this value, as "the end lies before the start". */
  error?: string | undefined;
  /** Problems of the typing are shown after the field was left, and at once when this is true. */
  showProblem?: boolean;
}

/** Two fields and a calendar. */
export function DateTimeField(props: DateTimeFieldProps) {
  const { label, initial, name, onChange, timeZone = VIETNAM, error, showProblem = false } = props;
  const { t } = useTranslation("ui");
  const id = useId();
  const dayField = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => textOf(initial, timeZone));
  const [wasLeft, setLeft] = useState(false);
  const { instant, problem } = readMoment(text, timeZone);
  const fault = problem ? t(problem) : "";
  const shown = error ?? (wasLeft || showProblem ? fault : "");
  useEffect(() => dayField.current?.setCustomValidity(fault), [fault]);
  const change = (next: typeof text) => {
    setText(next);
    onChange?.(readMoment(next, timeZone));
  };
  const common = {
    className: "input",
    inputMode: "numeric",
    autoComplete: "off",
    "aria-describedby": shown ? `${id}-error` : undefined,
  } as const;
  return (
    <fieldset
      className="field when"
      onBlur={(event) => setLeft(wasLeft || !event.currentTarget.contains(event.relatedTarget))}
    >
      <legend>{label}</legend>
      <div className="when-row">
        <input
          {...common}
          ref={dayField}
          aria-label={t("dayOf", { label })}
          aria-invalid={shown !== "" && problem !== "badTime"}
          placeholder={t("dayHint")}
          value={text.day}
          onChange={(event) => change({ ...text, day: event.target.value })}
        />
        <Calendar label={label} day={parseDay(text.day, timeZone)} onPick={(day) => change({ ...text, day })} />
        <input
          {...common}
          aria-label={t("timeOf", { label })}
          aria-invalid={shown !== "" && problem === "badTime"}
          placeholder={t("timeHint")}
          value={text.time}
          onChange={(event) => change({ ...text, time: event.target.value })}
        />
      </div>
      {shown && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {shown}
        </p>
      )}
      {name !== undefined && <input type="hidden" name={name} value={instant ?? ""} />}
    </fieldset>
  );
}

interface CalendarProps {
  label: string;
  day: Day | null;
  onPick: (day: string) => void;
}

function Calendar({ label, day, onPick }: CalendarProps) {
  const { t, i18n } = useTranslation("ui");
  const [isOpen, setOpen] = useState(false);
  const value = day && `${day.year}-${String(day.month).padStart(2, "0")}-${String(day.day).padStart(2, "0")}`;
  const pick = (picked: string | null) => {
    const [year = 0, month = 0, date = 0] = (picked ?? value ?? "").split("-").map(Number);
    onPick(writeDay({ year, month, day: date }));
    setOpen(false);
  };
  return (
    // Inside a dialog of the browser's top layer nothing from outside of it can be seen: no portal.
    <Popover
      opened={isOpen}
      onChange={setOpen}
      withinPortal={false}
      trapFocus
      returnFocus
      position="bottom"
      middlewares={{ flip: true, shift: true, inline: false }}
      floatingStrategy="fixed"
    >
      <Popover.Target>
        <button
          type="button"
          className="btn when-pick"
          aria-expanded={isOpen}
          title={t("pickDay", { label })}
          onClick={() => setOpen(!isOpen)}
        >
          <IconCalendar className="i" aria-hidden />
          <span className="sr">{t("pickDay", { label })}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("calendar", { label })} onKeyDown={keepDialog}>
        <DatePicker
          locale={i18n.language}
          firstDayOfWeek={1}
          weekendDays={[]}
          hideOutsideDates
          size="md"
          value={value}
          {...(value && { defaultDate: value })}
          onChange={pick}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Escape closes the calendar alone: the browser would close the dialog around it too, with all that was typed there. */
function keepDialog(event: KeyboardEvent): void {
  if (event.key === "Escape") event.preventDefault();
}

function textOf(instant: string | null, timeZone: string): { day: string; time: string } {
  if (instant === null) return { day: "", time: "" };
  const wall = wallClock(instant, timeZone);
  return { day: writeDay(wall), time: writeTime(wall) };
}
