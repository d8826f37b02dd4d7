import { isList, isObject, type Json, type JsonObject } from "../gateway/json.ts";
import { useText } from "../text/use-text.ts";
import { Facts } from "./facts.tsx";
import type { Finding } from "./use-inquiry.ts";

/** What the gateway told about a value. */
export function FindingView({ finding }: { readonly finding: Finding }) {
  const text = useText();
  if (finding.state === "asking") return <p className="hint">{text.asking}</p>;
  if (finding.state === "failed") return <p className="fault">{finding.message}</p>;
  if (finding.state === "none") return null;
  const items = isList(finding.value) ? finding.value : [finding.value];
  if (items.length === 0 || finding.value === null) return <p className="hint">{text.nothingTold}</p>;
  return (
    <ul className="findings" ref={(list) => list?.scrollIntoView({ block: "nearest" })}>
      {items.map((item) => (
        <li key={JSON.stringify(item)}>
          <Item item={item} />
        </li>
      ))}
    </ul>
  );
}

function Item({ item }: { readonly item: Json }) {
  if (!isObject(item)) return String(item);
  return typeof item["party"] === "string" ? <Seer seer={item} /> : <Facts facts={item} />;
}

/** Somebody who can see a value: a line, for there may be many. */
function Seer({ seer }: { readonly seer: JsonObject }) {
  const { party, rules, ...more } = seer;
  const names = isList(rules) ? rules.map(String) : [];
  return (
    <div className="seer">
      <strong>{String(party)}</strong> <code>{names.join(", ")}</code>
      <Facts facts={more} />
    </div>
  );
}
