import { useGraphiQL } from "@graphiql/react";
import { useState } from "react";
import { asksOnly } from "../explore/asks-only.ts";
import { tryVariables } from "../explore/try-variables.ts";
import type { Question } from "../gateway/ask.ts";
import { useStudio } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";
import { type Asked, askAs } from "./ask-as.ts";
import { Comparison } from "./comparison.tsx";

/** More would not fit beside each other. */
const MOST = 4;

/** The same question through the eyes of several companies. */
export function Compare() {
  const text = useText();
  const viewers = useStudio((state) => state.viewers);
  const [chosen, setChosen] = useState<readonly string[]>(viewers.slice(0, 3).map(({ id }) => id));
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const [asking, setAsking] = useState(false);
  const question = useQuestion();
  const comparable = asksOnly(question.query, question.operationName);
  const compare = async () => {
    setAsking(true);
    const together = viewers.filter(({ id }) => chosen.includes(id));
    setAsked(await Promise.all(together.map((viewer) => askAs(viewer, question))));
    setAsking(false);
  };
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id].slice(-MOST));
  return (
    <main className="room compare">
      <header>
        <h2>{text.compareTitle}</h2>
        <p className="hint">{text.compareHint}</p>
        <div className="chips" role="group" aria-label={text.viewers}>
          {viewers.map(({ id, name }) => (
            <button key={id} type="button" aria-pressed={chosen.includes(id)} onClick={() => toggle(id)}>
              {name}
            </button>
          ))}
          <button
            type="button"
            className="primary"
            disabled={chosen.length < 2 || asking || !comparable}
            onClick={() => void compare()}
          >
            {asking ? text.asking : text.compare(chosen.length)}
          </button>
        </div>
        <details className="asked-question">
          <summary>
            {text.question} {question.operationName}
          </summary>
          <pre tabIndex={0}>{question.query}</pre>
        </details>
      </header>
      {asked.length > 0 ? (
        <Comparison asked={asked} />
      ) : (
        <p className="empty">{comparable ? text.compareEmpty : text.notComparable}</p>
      )}
    </main>
  );
}

/** The question that stands in the editor. */
function useQuestion(): Question {
  const query = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.query ?? "");
  const variables = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.variables ?? "");
  const operationName = useGraphiQL((state) => state.operationName);
  return { query, variables: tryVariables(variables), operationName };
}
