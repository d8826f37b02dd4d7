import { isList, isObject, type Json, type JsonObject } from "../gateway/json.ts";
import { useStudio } from "../studio-store.ts";
import { inLanguage } from "../text/in-language.ts";
import { useText } from "../text/use-text.ts";

/** Members of an explanation, whatever the gateway tells: known ones by their words, others by their name. */
export function Facts({ facts }: { readonly facts: JsonObject }) {
  const text = useText();
  const told = factsIn(facts);
  if (told.length === 0) return null;
  return (
    <dl className="facts">
      {told.map(([key, value]) => (
        <div key={key}>
          <dt>{text.fact[key] ?? spaced(key)}</dt>
          <dd>
            <Fact value={typeof value === "string" ? (text.words[key]?.[value] ?? value) : value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Fact({ value }: { readonly value: Json }) {
  const text = useText();
  const language = useStudio((state) => state.language);
  if (isObject(value)) return <Facts facts={value} />;
  if (typeof value === "boolean") return value ? text.yes : text.no;
  if (!isList(value)) return inLanguage(String(value), language);
  return (
    <ul>
      {value.map((item) => (
        <li key={JSON.stringify(item)}>
          <Fact value={item} />
        </li>
      ))}
    </ul>
  );
}

/** What an explanation tells, by key. */
export function factsIn(facts: JsonObject): readonly (readonly [string, Json])[] {
  return Object.entries(facts).filter(([key, value]) => key !== "__typename" && !isEmpty(value));
}

function isEmpty(value: Json): boolean {
  return value === null || value === "" || (isList(value) && value.length === 0);
}

/** `validFrom` reads “valid from”. */
function spaced(key: string): string {
  return key.replaceAll(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
