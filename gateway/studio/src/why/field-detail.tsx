import { patternOf } from "../answer/answer-path.ts";
import { classesBetween, type Reading } from "../answer/reading.ts";
import { subjectAt, valueAt } from "../answer/value-at.ts";
import type { Answer } from "../gateway/ask.ts";
import { fieldFacts } from "../gateway/schema-facts.ts";
import { useStudio } from "../studio-store.ts";
import { inLanguage } from "../text/in-language.ts";
import { useText } from "../text/use-text.ts";
import { Inquiries } from "./inquiries.tsx";
import { RefusalDetail } from "./refusal-detail.tsx";

interface FieldDetailProps {
  readonly answer: Answer;
  readonly reading: Reading;
}

/** What the studio knows of the value that the reader pressed. */
export function FieldDetail({ answer, reading }: FieldDetailProps) {
  const text = useText();
  const { selected, select, schema } = useStudio();
  if (selected === undefined) return null;
  const refusal = valueAt(answer.body.data, selected) === null ? reading.findRefusal(selected) : undefined;
  const subject = subjectAt(answer.body.data, selected);
  const field = subject?.field ?? selected;
  const coordinate = refusal?.coordinate ?? reading.coordinates.get(patternOf(field)) ?? "";
  const below = refusal ? "" : selected.slice(field.length).replaceAll("/", " › ");
  const facts = schema.state === "loaded" ? fieldFacts(schema.facts, coordinate) : undefined;
  return (
    <aside className="field-detail" aria-label={text.aboutField} ref={keepValueInSight}>
      <header>
        <h2>
          <code>{(coordinate || patternOf(field)) + below}</code>
        </h2>
        <button type="button" className="close" aria-label={text.close} onClick={() => select(undefined)}>
          ×
        </button>
      </header>
      {refusal && <RefusalDetail refusal={refusal} />}
      <ClassList classes={refusal?.classes ?? classesBetween({ field, path: selected }, reading, schema)} />
      {facts && <AnsweredBy names={facts.subgraphs} />}
      <Inquiries
        key={selected}
        id={subject?.id}
        coordinate={reading.coordinates.get(patternOf(field)) ?? coordinate}
        refused={refusal !== undefined}
      />
    </aside>
  );
}

/** Whenever the panel grows over the answer, the value that it is about moves up. */
function keepValueInSight(panel: HTMLElement): () => void {
  const observer = new ResizeObserver(() =>
    document.querySelector('.value[aria-pressed="true"]')?.scrollIntoView({ block: "nearest" }),
  );
  observer.observe(panel);
  return () => observer.disconnect();
}

function AnsweredBy({ names }: { readonly names: readonly string[] }) {
  const text = useText();
  const schema = useStudio((state) => state.schema);
  const known = schema.state === "loaded" ? schema.facts.subgraphs : [];
  const companies = known.filter(({ name }) => names.includes(name));
  const told = companies.map(({ name, operator }) => (operator ? `${name} (${operator})` : name));
  return <p className="hint">{told.length > 0 ? text.answeredBy(told.join(", ")) : text.answeredHere}</p>;
}

function ClassList({ classes }: { readonly classes: readonly string[] }) {
  const text = useText();
  const language = useStudio((state) => state.language);
  const schema = useStudio((state) => state.schema);
  const sentences = schema.state === "loaded" ? schema.facts.classes : {};
  if (classes.length === 0) return <p>{text.publicField}</p>;
  return (
    <dl className="classes">
      {classes.map((name) => (
        <div key={name}>
          <dt className="class">{name}</dt>
          <dd>{inLanguage(sentences[name] ?? "", language)}</dd>
        </div>
      ))}
    </dl>
  );
}
