import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { useStudio } from "../studio-store.ts";

interface OpenedQuestion {
  readonly query: string;
  readonly variables?: string;
  /** Whether it is asked at once. */
  readonly ask: boolean;
}

/** How long the editor takes to tell its state about a new text: asking before that would ask the old operation. */
const SETTLING = 150;

/** Opens a question in the editor: in this tab if it is empty or holds the same text, else in a new one. */
export function useOpenQuestion(): (question: OpenedQuestion) => void {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const { addTab, run } = useGraphiQLActions();
  const { enter, setAnswer } = useStudio();
  return ({ query, variables = "", ask }) => {
    const here = queryEditor?.getValue().trim() ?? "";
    if (here !== "" && here !== query.trim()) addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
    setAnswer(undefined);
    enter("explore");
    if (ask) setTimeout(() => void run(), SETTLING);
  };
}
