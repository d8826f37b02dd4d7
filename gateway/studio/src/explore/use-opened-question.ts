import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { useEffect } from "react";
import { useStudio } from "../studio-store.ts";

/** How long the editor takes to tell its state about a new text: asking before that would ask the old operation. */
const SETTLING = 150;

/**
 * Puts an opened question into the editor: into the tab that holds it already, this one if it is empty, or a
 * new one.
 */
export function useOpenedQuestion(): void {
  const opening = useStudio((state) => state.opening);
  const known = useStudio((state) => state.settings !== undefined);
  const tabs = useGraphiQL((state) => state.tabs);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const responseEditor = useGraphiQL((state) => state.responseEditor);
  const { addTab, changeTab, run } = useGraphiQLActions();
  useEffect(() => {
    // The editor asks nothing before it can show an answer, and nobody can be asked as before the settings are known.
    if (!opening || !known || !queryEditor || !variableEditor || !responseEditor) return;
    const { query, variables = "", ask } = opening;
    useStudio.setState({ opening: undefined });
    const here = queryEditor.getValue().trim();
    const there = tabs.findIndex((tab) => tab.query?.trim() === query.trim());
    if (here !== "" && here !== query.trim()) {
      if (there < 0) addTab();
      else changeTab(there);
    }
    queryEditor.setValue(query);
    variableEditor.setValue(variables);
    if (ask) setTimeout(() => void run(), SETTLING);
  }, [opening, known, queryEditor, variableEditor, responseEditor, tabs, addTab, changeTab, run]);
}
