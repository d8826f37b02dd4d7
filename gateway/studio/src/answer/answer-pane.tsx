import { ResponseEditor, Spinner, useGraphiQL } from "@graphiql/react";
import { useState } from "react";
import type { Answer } from "../gateway/ask.ts";
import { useStudio, useViewer } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";
import { FieldDetail } from "../why/field-detail.tsx";
import { AnswerFacts } from "./answer-facts.tsx";
import { AnothersAnswer } from "./anothers-answer.tsx";
import { AnswerTree } from "./answer-tree.tsx";
import { Faults } from "./faults.tsx";
import { type Reading, useReading } from "./reading.ts";
import { RefusalList } from "./refusal-list.tsx";
import { TableView } from "./table-view.tsx";
import { Way } from "./way.tsx";

const VIEWS = ["tree", "table", "json", "way"] as const;
type View = (typeof VIEWS)[number];

/** The answer, in the form that the reader wants. */
export function AnswerPane() {
  const text = useText();
  const [view, setView] = useState<View>("tree");
  const answer = useStudio((state) => state.answer);
  const reading = useReading(answer);
  return (
    <section className="answer-pane" aria-label={text.answer}>
      <header>
        <div className="segments" role="group" aria-label={text.views}>
          {VIEWS.map((each) => (
            <button key={each} type="button" aria-pressed={each === view} onClick={() => setView(each)}>
              {text.view[each]}
            </button>
          ))}
        </div>
        {answer && <AnswerFacts answer={answer} />}
        {answer && <AnothersAnswer />}
      </header>
      <div className="answer-body">
        {/* The editor writes every answer here, whether it is looked at or not. */}
        <div className="json-view" lang="en" hidden={view !== "json"}>
          <ResponseEditor />
        </div>
        {view !== "json" && <Content view={view} answer={answer} reading={reading} />}
      </div>
      {answer && <FieldDetail answer={answer} reading={reading} />}
    </section>
  );
}

interface ContentProps {
  readonly view: Exclude<View, "json">;
  readonly answer: Answer | undefined;
  readonly reading: Reading;
}

function Content({ view, answer, reading }: ContentProps) {
  const text = useText();
  const viewer = useViewer();
  const fetching = useGraphiQL((state) => state.isFetching);
  if (fetching && !answer) return <Spinner />;
  if (!viewer) return <p className="empty">{text.chooseViewer}</p>;
  if (!answer) {
    return (
      <div className="empty">
        <p>{text.noAnswer}</p>
        <p className="hint">{text.noAnswerHint}</p>
      </div>
    );
  }
  if (view === "way") return <Way answer={answer} />;
  return (
    <>
      <Faults answer={answer} />
      <RefusalList refusals={reading.refusals} />
      {view === "tree" ? (
        answer.body.data !== undefined && <AnswerTree data={answer.body.data} reading={reading} />
      ) : (
        <TableView data={answer.body.data} reading={reading} />
      )}
    </>
  );
}
