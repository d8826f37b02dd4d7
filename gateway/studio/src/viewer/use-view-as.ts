import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { asksOnly } from "../explore/asks-only.ts";
import { useStudio } from "../studio-store.ts";

/**
 * Changes who asks; a question whose answer is on the screen is asked again, for that is what the reader
 * wants to see. The answer to anything else stays, as that of whoever asked.
 */
export function useViewAs(): (viewerId: string) => void {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const operationName = useGraphiQL((state) => state.operationName);
  const { run } = useGraphiQLActions();
  return (viewerId) => {
    const { answer, viewAs } = useStudio.getState();
    viewAs(viewerId);
    if (answer && asksOnly(queryEditor?.getValue() ?? "", operationName)) void run();
  };
}
