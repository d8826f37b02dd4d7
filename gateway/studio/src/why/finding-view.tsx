import { isList, isObject, type Json } from "../gateway/json.ts";
import { useStudio } from "../studio-store.ts";
import { inLanguage } from "../text/in-language.ts";
import { useText } from "../text/use-text.ts";
import { Facts } from "./facts.tsx";
import { Seer } from "./seer.tsx";
import type { Finding } from "./use-inquiry.ts";

/** What the gateway told about a value. */
export function FindingView({ finding }: { readonly finding: Finding }) {
  const text = useText();
  const language = useStudio((state) => state.language);
  if (finding.state === "asking") return <p className="hint">{text.asking}</p>;
  if (finding.state === "failed") return <p className="fault">{inLanguage(finding.message, language)}</p>;
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
  // The field stands above already.
  const { coordinate: _known, ...explanation } = item;
  return typeof item["party"] === "string" ? <Seer seer={item} /> : <Facts facts={explanation} />;
}
