import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { useEffect, useState } from "react";
import { AnswerPane } from "../answer/answer-pane.tsx";
import { EditorPane } from "./editor-pane.tsx";
import { Rail, type SidePanel } from "./rail.tsx";
import { REFERENCE_PLUGIN } from "./reference-plugin.ts";
import { Side } from "./side.tsx";

/** The room where a question is written, asked, and its answer read. */
export function Explore({ hidden }: { readonly hidden: boolean }) {
  const narrow = matchMedia("(max-width: 60rem)").matches;
  const [panel, setPanel] = useState<SidePanel | undefined>("examples");
  useReference(() => setPanel("docs"));
  return (
    <main className="explore" hidden={hidden} data-side={panel !== undefined}>
      <Rail open={panel} onOpen={(each) => setPanel(each === panel ? undefined : each)} />
      {panel && <Side panel={panel} onChosen={() => narrow && setPanel(undefined)} />}
      <EditorPane />
      <AnswerPane />
    </main>
  );
}

/** Calls back whenever the reader asks the editor what a word in the question means. */
function useReference(show: () => void): void {
  const asked = useGraphiQL((state) => state.visiblePlugin === REFERENCE_PLUGIN);
  const { setVisiblePlugin } = useGraphiQLActions();
  useEffect(() => {
    if (!asked) return;
    // Nothing to see any more, so that the next one is noticed too.
    setVisiblePlugin(null);
    show();
  }, [asked, setVisiblePlugin, show]);
}
