import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { useEffect } from "react";
import { useStudio } from "../studio-store.ts";

/** How long the editor takes to tell its state about a new text: asking before that would ask the old operation. */
const SETTLING = 150;

/** Puts an opened question into the editor: in this tab if it is empty or holds the same text, else in a new one. */
export function useOpenedQuestion(): void {
  const opening = useStudio((state) => state.opening);
  const known = useStudio((state) => state.settings !== undefined);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const responseEditor = useGraphiQL((state) => state.responseEditor);
  const { addTab, run } = useGraphiQLActions();
  useEffect(() => {
    // The editor asks nothing before it can show an answer, and nobody can be asked as before the settings are known.
    if (!opening || !known || !queryEditor || !variableEditor || !responseEditor) return;
    const { query, variables = "", ask } = opening;
    useStudio.setState({ opening: undefined });
    const here = queryEditor.getValue().trim();
    if (here !== "" && here !== query.trim()) addTab();
    queryEditor.setValue(query);
    variableEditor.setValue(variables);
    if (ask) setTimeout(() => void run(), SETTLING);
  }, [opening, known, queryEditor, variableEditor, responseEditor, addTab, run]);
}
