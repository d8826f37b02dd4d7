import { asksOnly } from "../explore/asks-only.ts";
import { useOpenQuestion } from "../explore/use-open-question.ts";
import { useText } from "../text/use-text.ts";
import { EXAMPLES } from "./examples.ts";

/** Questions to begin with: one press asks. */
export function ExampleList({ onChosen }: { readonly onChosen: () => void }) {
  const text = useText();
  const open = useOpenQuestion();
  return (
    <>
      <h2>{text.panel.examples}</h2>
      <ol className="steps">
        {text.examplesSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <ul className="cards">
        {EXAMPLES.map(({ key, query, variables = "" }) => (
          <li key={key}>
            <button
              type="button"
              onClick={() => {
                // What changes something is asked by whoever has read it.
                open({ query, variables, ask: asksOnly(query) });
                onChosen();
              }}
            >
              <strong>{text.example[key].title}</strong>
              <span>{text.example[key].about}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
