// One item of the agenda as a row that is typed into. Alt with an arrow moves it; the handle is for dragging.
import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconGripVertical,
  IconPlus,
  IconTrash,
} from "@tabler/icons-react";
import { useEffect, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import {
  agendaDescription,
  agendaTitle,
  setDuration,
  setPresenter,
  type AgendaItem,
} from "../../../../shared/ydoc/agenda.ts";
import type { Undo } from "../../../sync/use-undo.ts";
import { useBoundText } from "../../../sync/use-bound-text.ts";
import { Menu } from "../../../ui/Menu.tsx";
import { jumpIds } from "../stage/check-points.ts";
import { clockTime } from "../../../ui/dates.ts";
import type { MeetingView } from "../use-meeting.ts";
import type { Direction } from "./moves.ts";

interface AgendaRowProps {
  item: AgendaItem;
  view: MeetingView;
  act: Undo["act"];
  isFresh: boolean;
  canStep: (direction: Direction) => boolean;
  onStep: (direction: Direction) => void;
  onAddBelow: () => void;
  onRemove: () => void;
  children: ReactNode;
}

const keys: Partial<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "inward",
  ArrowLeft: "outward",
};

const CSS_SIZES_FIELDS = globalThis.CSS.supports("field-sizing", "content");

const steps = [
  ["up", IconArrowUp],
  ["down", IconArrowDown],
  ["inward", IconArrowRight],
  ["outward", IconArrowLeft],
] as const;

/** The row with its fields, its menu and what lies under it. */
export function AgendaRow(props: AgendaRowProps) {
  const { item, view, act, canStep, onStep, onAddBelow, onRemove, children } = props;
  const { t } = useTranslation("meeting");
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition } = useSortable({
    id: item.id,
  });
  const { number } = item;
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = event.altKey ? keys[event.key] : undefined;
    if (!direction || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onStep(direction);
  };
  const style = { transform: CSS.Translate.toString(transform), transition };
  return (
    <li ref={setNodeRef} style={style} className="mt-row" data-depth={number.split(".").length} onKeyDown={onKeyDown}>
      <div className="mt-row-time">
        <time>{view.meeting.start ? clockTime(item.startsAt, view.meeting.timeZone) : number}</time>
        <DurationField item={item} act={act} />
      </div>
      <div className="mt-row-body">
        <div className="mt-row-head">
          <button
            type="button"
            className="mt-grip"
            aria-label={t("agenda.drag", { number })}
            ref={setActivatorNodeRef}
            {...attributes}
            {...listeners}
          >
            <IconGripVertical className="i" aria-hidden />
          </button>
          <b className="num">{`${number}.`}</b>
          <TitleField {...props} doc={view.agendaRoom.doc} />
          <PresenterField item={item} act={act} names={view.participants.map((one) => one.fullName)} />
          <Menu label={t("agenda.more", { number })}>
            {steps
              .filter(([direction]) => canStep(direction))
              .map(([direction, Icon]) => (
                <button key={direction} type="button" onClick={() => onStep(direction)}>
                  <Icon className="i" aria-hidden /> {t(`agenda.${direction}`)}
                </button>
              ))}
            <button type="button" onClick={onAddBelow}>
              <IconPlus className="i" aria-hidden /> {t("agenda.addBelow")}
            </button>
            <button type="button" onClick={onRemove}>
              <IconTrash className="i" aria-hidden /> {t("agenda.remove")}
            </button>
          </Menu>
        </div>
        <DescriptionField item={item} act={act} doc={view.agendaRoom.doc} />
        {children}
      </div>
    </li>
  );
}

interface FieldProps {
  item: AgendaItem;
  act: Undo["act"];
  doc: Y.Doc;
}

function TitleField({ item, act, doc, isFresh }: FieldProps & { isFresh: boolean }) {
  const { t } = useTranslation("meeting");
  const ref = useBoundText<HTMLTextAreaElement>(agendaTitle(doc, item.id), act, fit);
  useEffect(() => {
    if (isFresh) ref.current?.focus();
  }, [isFresh, ref]);
  return (
    <textarea
      ref={ref}
      id={jumpIds.title(item.id)}
      className="mt-title-field"
      rows={1}
      maxLength={300}
      aria-label={t("agenda.itemTitle", { number: item.number })}
      placeholder={t("agenda.itemTitleHint")}
      onInput={(event) => fit(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing) event.preventDefault();
      }}
    />
  );
}

function DescriptionField({ item, act, doc }: FieldProps) {
  const { t } = useTranslation("meeting");
  const ref = useBoundText<HTMLTextAreaElement>(agendaDescription(doc, item.id), act, fit);
  return (
    <textarea
      ref={ref}
      className="mt-description-field"
      rows={1}
      aria-label={t("agenda.description", { number: item.number })}
      placeholder={t("agenda.descriptionHint")}
      onInput={(event) => fit(event.currentTarget)}
    />
  );
}

/** A field as high as its text, where the style sheet alone (`field-sizing`) does not make it so. */
function fit(field: HTMLTextAreaElement): void {
  if (CSS_SIZES_FIELDS) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}

function PresenterField({ item, act, names }: Omit<FieldProps, "doc"> & { names: readonly string[] }) {
  const { t } = useTranslation("meeting");
  const list = `presenters-${item.id}`;
  return (
    <>
      <input
        key={item.presenter}
        className="mt-presenter-field"
        list={list}
        defaultValue={item.presenter}
        maxLength={200}
        aria-label={`${t("agenda.presenter")} ${item.number}`}
        placeholder={t("agenda.presenter")}
        onBlur={({ currentTarget: { value } }) => {
          if (value !== item.presenter) act((doc) => setPresenter(doc, item.id, value));
        }}
      />
      <datalist id={list}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

function DurationField({ item, act }: Omit<FieldProps, "doc">) {
  const { t } = useTranslation("meeting");
  return (
    <label className="mt-duration">
      <input
        key={item.durationMinutes}
        id={jumpIds.duration(item.id)}
        type="number"
        inputMode="numeric"
        min={0}
        max={1440}
        defaultValue={item.durationMinutes}
        aria-label={`${t("agenda.duration")} ${item.number}`}
        onBlur={({ currentTarget: { valueAsNumber } }) => {
          if (Number.isFinite(valueAsNumber) && valueAsNumber !== item.durationMinutes)
            act((doc) => setDuration(doc, item.id, valueAsNumber));
        }}
      />
      <span aria-hidden>{t("agenda.minuteWord")}</span>
    </label>
  );
}
