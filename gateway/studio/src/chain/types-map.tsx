import { type CSSProperties, useMemo, useState } from "react";
import { NoSchema } from "../no-schema.tsx";
import { useStudio } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";
import { TypeCard } from "./type-card.tsx";
import { type SubgraphTypes, typesOf } from "./types-of.ts";

/** Every type beside the company that answers it. */
export function TypesMap() {
  const text = useText();
  const schema = useStudio((state) => state.schema);
  const [search, setSearch] = useState("");
  const columns = useMemo(() => (schema.state === "loaded" ? typesOf(schema.facts) : []), [schema]);
  return (
    <main className="room types">
      <header>
        <h2>{text.typesTitle}</h2>
        <p className="hint">{text.typesHint}</p>
        <input
          type="search"
          placeholder={text.searchTypes}
          aria-label={text.searchTypes}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </header>
      <NoSchema />
      <div className="columns">
        {columns.map((column, index) => (
          <Column key={column.subgraph} column={column} index={index} search={search.toLowerCase()} />
        ))}
      </div>
    </main>
  );
}

interface ColumnProps {
  readonly column: SubgraphTypes;
  readonly index: number;
  readonly search: string;
}

function Column({ column: { subgraph, operator, types }, index, search }: ColumnProps) {
  const text = useText();
  const matching = types.filter(({ name, fields }) =>
    [name, ...fields.map((field) => field.name)].some((each) => each.toLowerCase().includes(search)),
  );
  return (
    <section style={{ "--hue": `var(--company-${index % 6})` } as CSSProperties}>
      <h3>
        {subgraph} <small>{operator}</small>
      </h3>
      {matching.length === 0 && <p className="hint">{text.noTypes}</p>}
      <ul>
        {matching.map((type) => (
          <TypeCard key={`${type.name} ${search !== ""}`} type={type} open={search !== ""} />
        ))}
      </ul>
    </section>
  );
}
