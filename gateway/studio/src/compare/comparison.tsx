import { type CSSProperties, useMemo, useState } from "react";
import { Lock } from "../answer/lock.tsx";
import type { FindRefusal } from "../answer/refusal.ts";
import { kindOf, shown } from "../answer/shown.ts";
import { isList, isObject } from "../gateway/json.ts";
import { useStudio } from "../studio-store.ts";
import { inLanguage } from "../text/in-language.ts";
import { useText } from "../text/use-text.ts";
import { align, type AlignedCell, type AlignedRow } from "./align.ts";
import type { Asked } from "./ask-as.ts";
import { useFinders } from "./use-finders.ts";

const PAGE = 300;

/** Answers side by side, what differs marked. */
export function Comparison({ asked }: { readonly asked: readonly Asked[] }) {
  const text = useText();
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const [limit, setLimit] = useState(PAGE);
  const rows = useMemo(
    () => align(asked.map((each) => ("answer" in each ? each.answer.body.data : undefined))),
    [asked],
  );
  const finders = useFinders(asked);
  const different = rows.filter(({ differs }) => differs);
  const wanted = onlyDifferences ? different : rows;
  return (
    <section aria-label={text.comparison} className="comparison">
      <label>
        <input
          type="checkbox"
          checked={onlyDifferences}
          onChange={({ target }) => setOnlyDifferences(target.checked)}
        />{" "}
        {text.onlyDifferences(different.length)}
      </label>
      <div className="scroll" tabIndex={0} role="region" aria-label={text.comparison}>
        <table>
          <Head asked={asked} />
          <tbody>
            {wanted.slice(0, limit).map((row) => (
              <Row key={row.key} row={row} finders={finders} asked={asked} />
            ))}
          </tbody>
        </table>
        {wanted.length > limit && (
          <button type="button" className="quiet" onClick={() => setLimit(limit + PAGE * 3)}>
            {text.more(wanted.length - limit)}
          </button>
        )}
      </div>
    </section>
  );
}

function Head({ asked }: { readonly asked: readonly Asked[] }) {
  const text = useText();
  const language = useStudio((state) => state.language);
  return (
    <thead>
      <tr>
        <th scope="col">{text.field}</th>
        {asked.map((each) => {
          const fault = "fault" in each ? each.fault : each.answer.body.errors?.[0]?.message;
          return (
            <th key={each.viewer.id} scope="col">
              {each.viewer.name}
              <small>{each.viewer.detail[language]}</small>
              {fault !== undefined && <small className="fault">{fault}</small>}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly row: AlignedRow;
  readonly finders: readonly FindRefusal[];
  readonly asked: readonly Asked[];
}

function Row({ row, finders, asked }: RowProps) {
  const text = useText();
  return (
    <tr data-differs={row.differs}>
      <th scope="row" style={{ "--depth": row.depth } as CSSProperties}>
        {row.label}
        {row.differs && <span className="mark" title={text.differs} aria-label={text.differs} role="img" />}
      </th>
      {row.cells.map((cell, index) => (
        <td key={asked[index]?.viewer.id}>
          <Cell cell={cell} find={finders[index]} />
        </td>
      ))}
    </tr>
  );
}

interface CellProps {
  readonly cell: AlignedCell;
  readonly find: FindRefusal | undefined;
}

function Cell({ cell: { value, path, covered }, find }: CellProps) {
  const text = useText();
  const language = useStudio((state) => state.language);
  if (covered) return null;
  if (value === undefined) return <span className="absent">{text.absent}</span>;
  const refusal = value === null ? find?.(path) : undefined;
  if (refusal) {
    return (
      <details className="refused">
        <summary>
          <Lock /> {refusal.classes.join(" + ") || text.refused}
        </summary>
        {inLanguage(refusal.reason, language) || text.noReason}
      </details>
    );
  }
  if (isObject(value)) return null;
  return <span className={isList(value) ? "hint" : kindOf(value)}>{shown(value)}</span>;
}
