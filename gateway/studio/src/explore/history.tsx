import { useHistory, useHistoryActions } from "@graphiql/plugin-history";
import { StarFilledIcon, StarIcon, TrashIcon } from "@graphiql/react";
import type { ReactNode } from "react";
import { useText } from "../text/use-text.ts";
import { useOpenQuestion } from "./use-open-question.ts";

type Asked = ReturnType<typeof useHistory>[number];

/** The questions that were asked in this browser: those that the reader keeps first, then the latest. */
export function History({ onChosen }: { readonly onChosen: () => void }) {
  const text = useText();
  const { deleteFromHistory } = useHistoryActions();
  const latest = useHistory().toReversed();
  const kept = latest.filter(({ favorite }) => favorite);
  const passing = latest.filter(({ favorite }) => !favorite);
  return (
    <>
      <header>
        <h2>{text.panel.history}</h2>
        {passing.length > 0 && (
          <button
            type="button"
            className="quiet"
            onClick={() => passing.forEach((each) => deleteFromHistory(each))}
          >
            {text.history.clear}
          </button>
        )}
      </header>
      {latest.length === 0 && <p className="empty">{text.history.empty}</p>}
      <ul className="asked">
        {[...kept, ...passing].map((each) => (
          <AskedQuestion key={JSON.stringify(each)} asked={each} onChosen={onChosen} />
        ))}
      </ul>
    </>
  );
}

interface AskedQuestionProps {
  readonly asked: Asked;
  readonly onChosen: () => void;
}

function AskedQuestion({ asked, onChosen }: AskedQuestionProps) {
  const text = useText().history;
  const open = useOpenQuestion();
  const { toggleFavorite, deleteFromHistory } = useHistoryActions();
  const { query = "", variables = "", favorite = false } = asked;
  const name = asked.label || asked.operationName || query.replaceAll(/#.*|\s+/g, " ").trim();
  return (
    <li>
      <button
        type="button"
        onClick={() => {
          open({ query, variables, ask: false });
          onChosen();
        }}
      >
        {name}
      </button>
      <Act label={favorite ? text.release(name) : text.keep(name)} act={() => toggleFavorite(asked)}>
        {favorite ? <StarFilledIcon aria-hidden="true" /> : <StarIcon aria-hidden="true" />}
      </Act>
      <Act label={text.remove(name)} act={() => deleteFromHistory(asked)}>
        <TrashIcon aria-hidden="true" />
      </Act>
    </li>
  );
}

interface ActProps {
  readonly label: string;
  readonly act: () => void;
  readonly children: ReactNode;
}

function Act({ label, act, children }: ActProps) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={act}>
      {children}
    </button>
  );
}
