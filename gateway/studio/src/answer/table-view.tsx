import { useMemo, useState } from "react";
import { download } from "../download.ts";
import type { Json } from "../gateway/json.ts";
import { useText } from "../text/use-text.ts";
import { pathOf } from "./answer-path.ts";
import type { Reading } from "./reading.ts";
import { type AnswerTable, tablesOf } from "./table-of.ts";
import { toCsv } from "./to-csv.ts";
import { Value } from "./value.tsx";

const PAGE = 100;

interface TableViewProps {
  readonly data: Json | undefined;
  readonly reading: Reading;
}

/** A list of the answer as a table. */
export function TableView({ data, reading }: TableViewProps) {
  const text = useText();
  const tables = useMemo(() => tablesOf(data), [data]);
  const [pattern, setPattern] = useState("");
  const table = tables.find((each) => each.pattern === pattern) ?? tables[0];
  if (!table) return <p className="empty">{text.noTable}</p>;
  return (
    <section className="table-view" aria-label={text.view.table}>
      <div className="table-tools">
        <label>
          {text.list}{" "}
          <select value={table.pattern} onChange={({ target }) => setPattern(target.value)}>
            {tables.map((each) => (
              <option key={each.pattern} value={each.pattern}>
                {each.pattern.replaceAll("/", " › ")} ({each.rows.length})
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="quiet"
          onClick={() => download(`${table.pattern.replaceAll("/", "-")}.csv`, toCsv(table), "text/csv")}
        >
          ⤓ {text.exportCsv}
        </button>
      </div>
      <Rows key={table.pattern} table={table} reading={reading} />
    </section>
  );
}

interface RowsProps {
  readonly table: AnswerTable;
  readonly reading: Reading;
}

function Rows({ table: { rows, columns }, reading }: RowsProps) {
  const text = useText();
  const [limit, setLimit] = useState(PAGE);
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={text.view.table}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column.replaceAll("/", " › ")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map(({ path, cells }) => (
            <tr key={path}>
              {columns.map((column) => (
                <td key={column}>
                  <Cell path={path} column={column} value={cells[column]} reading={reading} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > limit && (
        <button type="button" className="quiet" onClick={() => setLimit(limit + PAGE * 5)}>
          {text.more(rows.length - limit)}
        </button>
      )}
    </div>
  );
}

interface CellProps {
  readonly path: string;
  readonly column: string;
  readonly value: Json | undefined;
  readonly reading: Reading;
}

/** A column below a refused object has no value of its own: the refusal of the object shows instead. */
function Cell({ path, column, value, reading }: CellProps) {
  if (value !== undefined) return <Value value={value} path={pathOf(path, column)} reading={reading} />;
  const keys = column.split("/");
  const ancestors = keys.slice(1).map((_, index) => pathOf(path, keys.slice(0, index + 1).join("/")));
  const refused = ancestors.find((each) => reading.findRefusal(each));
  return refused ? <Value value={null} path={refused} reading={reading} /> : <span className="null">–</span>;
}
