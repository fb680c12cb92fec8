// The colours of one's own highlight: the author's own (in the private layer pencil yellow), or a tint.
import { useTranslation } from "react-i18next";
import { highlightTints } from "./colours.ts";

interface Props {
  value: string;
  /** What a highlight has when no tint was chosen. */
  own: string;
  onChange: (colour: string) => void;
}

export function TintPicker({ value, own, onChange }: Props) {
  const { t } = useTranslation("reader");
  const tinted = highlightTints.some((tint) => tint.value === value);
  const all = [{ value: own, word: "own" } as const, ...highlightTints];
  return (
    <div className="rd-tints" role="group" aria-label={t("marks.colour")}>
      {all.map((tint) => (
        <button
          key={tint.word}
          type="button"
          className="rd-tint"
          aria-label={t(`tints.${tint.word}`)}
          title={t(`tints.${tint.word}`)}
          aria-pressed={tint.word === "own" ? !tinted : tint.value === value}
          onClick={() => onChange(tint.value)}
        >
          <span style={{ background: tint.word === "own" ? undefined : tint.value }} />
        </button>
      ))}
    </div>
  );
}
