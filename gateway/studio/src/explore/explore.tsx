import { useState } from "react";
import { AnswerPane } from "../answer/answer-pane.tsx";
import { EditorPane } from "./editor-pane.tsx";
import { Rail, type SidePanel } from "./rail.tsx";
import { Side } from "./side.tsx";

/** The room where a question is written, asked, and its answer read. */
export function Explore({ hidden }: { readonly hidden: boolean }) {
  const narrow = matchMedia("(max-width: 60rem)").matches;
  const [panel, setPanel] = useState<SidePanel | undefined>("examples");
  return (
    <main className="explore" hidden={hidden} data-side={panel !== undefined}>
      <Rail open={panel} onOpen={(each) => setPanel(each === panel ? undefined : each)} />
      {panel && <Side panel={panel} onChosen={() => narrow && setPanel(undefined)} />}
      <EditorPane />
      <AnswerPane />
    </main>
  );
}
