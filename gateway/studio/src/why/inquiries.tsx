import { useState } from "react";
import { useStudio } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";
import { decidedOneByOne } from "./decided-one-by-one.ts";
import { FindingView } from "./finding-view.tsx";
import { Opening } from "./opening.tsx";
import { dayArgument, dayFor, hasRootField } from "./root-field.ts";
import { useInquiry } from "./use-inquiry.ts";

interface InquiriesProps {
  readonly coordinate: string;
  /** The object's id, when it was selected. */
  readonly id: string | undefined;
  /** Whether the value is missing: then the reader wants to know what would open it. */
  readonly refused: boolean;
}

/** The questions that the gateway answers about one field of one object. */
export function Inquiries({ coordinate, id, refused }: InquiriesProps) {
  const text = useText();
  const schema = useStudio((state) => state.schema);
  const [finding, inquire] = useInquiry();
  if (schema.state !== "loaded") return null;
  const explains = hasRootField(schema.schema, "explain");
  const listsReaders = hasRootField(schema.schema, "whoCanSee");
  if (!explains && !listsReaders) return <p className="hint">{text.noInquiries}</p>;
  const each = decidedOneByOne(schema, coordinate);
  if (each !== undefined) return <p className="hint">{text.decidedOneByOne(each)}</p>;
  if (id === undefined) return <p className="hint">{text.selectId}</p>;
  const about = { coordinate, id };
  return (
    <section className="inquiries">
      {explains && refused && <Opening about={about} />}
      <div className="buttons">
        {explains && !refused && (
          <button type="button" onClick={() => void inquire("explain", about)}>
            {text.explain}
          </button>
        )}
        {listsReaders && (
          <WhoCanSee
            takesDay={dayArgument(schema.schema, "whoCanSee") !== undefined}
            onAsk={(day) =>
              void inquire("whoCanSee", { ...about, ...dayFor(schema.schema, "whoCanSee", day) })
            }
          />
        )}
      </div>
      <FindingView finding={finding} />
    </section>
  );
}

interface WhoCanSeeProps {
  readonly takesDay: boolean;
  /** Asks for a day, such as `2026-01-31`; today when it is empty. */
  readonly onAsk: (day: string) => void;
}

function WhoCanSee({ takesDay, onAsk }: WhoCanSeeProps) {
  const text = useText();
  const [day, setDay] = useState("");
  return (
    <>
      <button type="button" onClick={() => onAsk(day)}>
        {text.whoCanSee}
      </button>
      {takesDay && (
        <label>
          {text.on} <input type="date" value={day} onChange={({ target }) => setDay(target.value)} />
        </label>
      )}
    </>
  );
}
