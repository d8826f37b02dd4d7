import { useState } from "react";
import { isList, isObject, type Json } from "../gateway/json.ts";
import { useText } from "../text/use-text.ts";
import { type AnswerPath, pathOf } from "./answer-path.ts";
import { ClassMarks } from "./class-marks.tsx";
import type { Reading } from "./reading.ts";
import { Value } from "./value.tsx";

/** How many items of a list are shown at first; each request for more shows four times as many. */
const PAGE = 50;
/** Objects deeper than this are closed at first. */
const OPEN_DEPTH = 7;

interface TreeProps {
  readonly data: Json;
  readonly reading: Reading;
}

/** The answer, member by member; what was refused says so. */
export function AnswerTree({ data, reading }: TreeProps) {
  return (
    <div className="tree">
      <Members value={data} path="" depth={0} reading={reading} />
    </div>
  );
}

interface NodeProps {
  readonly value: Json;
  readonly path: AnswerPath;
  readonly depth: number;
  readonly reading: Reading;
}

function Members({ value, path, depth, reading }: NodeProps) {
  const text = useText();
  const [shown, setShown] = useState(PAGE);
  const entries = entriesOf(value);
  if (entries.length === 0) return <Value value={value} path={path} reading={reading} />;
  return (
    <ul>
      {entries.slice(0, shown).map(([key, member]) => (
        <li key={key}>
          <Member name={key} value={member} path={pathOf(path, key)} depth={depth} reading={reading} />
        </li>
      ))}
      {entries.length > shown && (
        <li>
          <button type="button" className="quiet" onClick={() => setShown(shown + PAGE * 4)}>
            {text.more(entries.length - shown)}
          </button>
        </li>
      )}
    </ul>
  );
}

function Member({ name, ...node }: NodeProps & { readonly name: string | number }) {
  const { value, path, depth, reading } = node;
  const [open, setOpen] = useState(depth < OPEN_DEPTH);
  if (entriesOf(value).length === 0) {
    return (
      <div className="leaf">
        <span className="name">{name}</span> <Value value={value} path={path} reading={reading} />
      </div>
    );
  }
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className="name">{name}</span> <span className="hint">{summaryOf(value)}</span>{" "}
        {typeof name === "string" && <ClassMarks path={path} reading={reading} />}
      </summary>
      {/* Closed branches are not in the page: an answer may have thousands. */}
      {open && <Members {...node} depth={depth + 1} />}
    </details>
  );
}

function entriesOf(value: Json): (readonly [string | number, Json])[] {
  if (isList(value)) return [...value.entries()];
  return isObject(value) ? Object.entries(value) : [];
}

/** What a branch is about, open or closed. */
function summaryOf(value: Json): string {
  if (isList(value)) return `[${value.length}]`;
  if (!isObject(value)) return "";
  return [value["name"], value["number"], value["code"]].find((each) => typeof each === "string") ?? "";
}
