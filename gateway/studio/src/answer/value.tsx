import type { Json } from "../gateway/json.ts";
import { useStudio } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";
import type { AnswerPath } from "./answer-path.ts";
import { Lock } from "./lock.tsx";
import { classesAt, type Reading } from "./reading.ts";
import { kindOf, shown } from "./shown.ts";

interface ValueProps {
  readonly value: Json;
  readonly path: AnswerPath;
  readonly reading: Reading;
}

/** One value; pressing it tells what protects it and, when it was refused, why. */
export function Value({ value, path, reading }: ValueProps) {
  const text = useText();
  const selected = useStudio((state) => state.selected === path);
  const select = useStudio((state) => state.select);
  const schema = useStudio((state) => state.schema);
  const refusal = value === null ? reading.findRefusal(path) : undefined;
  const classes = classesAt(path, reading, schema);
  return (
    <button
      type="button"
      className={`value ${refusal ? "refused" : kindOf(value)}`}
      data-protected={classes.length > 0}
      aria-pressed={selected}
      title={classes.join(" + ")}
      onClick={() => select(selected ? undefined : path)}
    >
      {refusal ? (
        <>
          <Lock /> {text.refused} {refusal.classes.join(" + ")}
        </>
      ) : (
        shown(value)
      )}
    </button>
  );
}
