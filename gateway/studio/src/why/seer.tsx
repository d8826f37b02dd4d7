import { isList, isObject, type Json, type JsonObject } from "../gateway/json.ts";
import { useText } from "../text/use-text.ts";
import { Facts } from "./facts.tsx";

/** Somebody who can see a value, by which rules, and through which clauses. */
export function Seer({ seer }: { readonly seer: JsonObject }) {
  const text = useText();
  const { party, rules, clauses, keptBack, ...more } = seer;
  return (
    <div className="seer">
      <strong>{String(party)}</strong> <code>{listOf(rules).map(String).join(", ")}</code>
      {keptBack === true && <p className="fault">{text.words["effect"]?.["KEPT_BACK"]}</p>}
      {listOf(clauses)
        .filter(isObject)
        .map((clause) => (
          <Clause key={JSON.stringify(clause)} clause={clause} />
        ))}
      <Facts facts={more} />
    </div>
  );
}

function Clause({ clause: { agreement, version, clause, type } }: { readonly clause: JsonObject }) {
  const text = useText();
  const kind = text.words["clauseType"]?.[String(type)] ?? String(type);
  return (
    <p>
      {text.byClause({
        clause: String(clause),
        kind,
        agreement: String(agreement),
        version: String(version),
      })}
    </p>
  );
}

function listOf(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}
