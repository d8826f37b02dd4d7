import { useState } from "react";
import { isList, isObject } from "../gateway/json.ts";
import { useStudio } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";
import { Facts } from "./facts.tsx";
import { dayArgument, dayFor, hasRootField } from "./root-field.ts";
import { type Finding, useInquiry } from "./use-inquiry.ts";

interface InquiriesProps {
  readonly coordinate: string;
  /** The object's id, when it was selected. */
  readonly id: string | undefined;
}

/** The questions that the gateway answers about one field of one object. */
export function Inquiries({ coordinate, id }: InquiriesProps) {
  const text = useText();
  const schema = useStudio((state) => state.schema);
  const [on, setOn] = useState("");
  const [finding, inquire] = useInquiry();
  if (schema.state !== "loaded") return null;
  const explains = hasRootField(schema.schema, "explain");
  const listsReaders = hasRootField(schema.schema, "whoCanSee");
  if (!explains && !listsReaders) return <p className="hint">{text.noInquiries}</p>;
  if (id === undefined) return <p className="hint">{text.selectId}</p>;
  const about = { coordinate, id };
  return (
    <section className="inquiries">
      <div className="buttons">
        {explains && (
          <button type="button" onClick={() => void inquire("explain", about)}>
            {text.explain}
          </button>
        )}
        {listsReaders && (
          <>
            <button
              type="button"
              onClick={() =>
                void inquire("whoCanSee", { ...about, ...dayFor(schema.schema, "whoCanSee", on) })
              }
            >
              {text.whoCanSee}
            </button>
            {dayArgument(schema.schema, "whoCanSee") !== undefined && (
              <label>
                {text.on} <input type="date" value={on} onChange={({ target }) => setOn(target.value)} />
              </label>
            )}
          </>
        )}
      </div>
      <FindingView finding={finding} />
    </section>
  );
}

function FindingView({ finding }: { readonly finding: Finding }) {
  const text = useText();
  if (finding.state === "asking") return <p className="hint">{text.asking}</p>;
  if (finding.state === "failed") return <p className="fault">{finding.message}</p>;
  if (finding.state === "none") return null;
  const items = isList(finding.value) ? finding.value : [finding.value];
  if (items.length === 0 || finding.value === null) return <p className="hint">{text.nothingTold}</p>;
  return (
    <ul className="findings" ref={(list) => list?.scrollIntoView({ block: "nearest" })}>
      {items.map((item) => (
        <li key={JSON.stringify(item)}>{isObject(item) ? <Facts facts={item} /> : String(item)}</li>
      ))}
    </ul>
  );
}
