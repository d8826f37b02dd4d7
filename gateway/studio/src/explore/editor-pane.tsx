import {
  HeaderEditor,
  PrettifyIcon,
  QueryEditor,
  useGraphiQL,
  useGraphiQLActions,
  VariableEditor,
} from "@graphiql/react";
import { useEffect, useState } from "react";
import { SaveButton } from "../collection/save-button.tsx";
import { useText } from "../text/use-text.ts";
import { AskButton } from "./ask-button.tsx";
import { startJsonWorker } from "./editor-workers.ts";
import { QuestionTabs } from "./question-tabs.tsx";
import { ShareButton } from "./share-button.tsx";
import { useOpenedQuestion } from "./use-opened-question.ts";

/** The question: its tabs, text, variables and headers. */
export function EditorPane() {
  const text = useText();
  useOpenedQuestion();
  useWholeLines();
  return (
    <section className="editor-pane" aria-label={text.question}>
      <QuestionTabs />
      <div className="query">
        {/* What the editor says of itself, in its hints and menus, it says in English. */}
        <div className="foreign" lang="en">
          <QueryEditor />
        </div>
        <Tools />
      </div>
      <Inputs />
    </section>
  );
}

/** A question is read, not scrolled: long lines go on below. */
function useWholeLines(): void {
  const editor = useGraphiQL((state) => state.queryEditor);
  useEffect(() => editor?.updateOptions({ wordWrap: "on" }), [editor]);
}

function Tools() {
  const text = useText();
  const { prettifyEditors } = useGraphiQLActions();
  return (
    <div className="tools" role="group" aria-label={text.tools}>
      <AskButton />
      <button
        type="button"
        title={text.prettify}
        aria-label={text.prettify}
        onClick={() => void prettifyEditors()}
      >
        <PrettifyIcon aria-hidden="true" />
      </button>
      <ShareButton />
      <SaveButton />
    </div>
  );
}

function Inputs() {
  const text = useText();
  const [shown, setShown] = useState<"variables" | "headers" | undefined>();
  const toggle = (each: "variables" | "headers") => {
    startJsonWorker();
    setShown(shown === each ? undefined : each);
  };
  return (
    <div className="inputs">
      <div className="segments" role="group" aria-label={text.inputs}>
        {(["variables", "headers"] as const).map((each) => (
          <button key={each} type="button" aria-expanded={shown === each} onClick={() => toggle(each)}>
            {text.input[each]}
          </button>
        ))}
      </div>
      {/* Both stay in the page: the editor reads its variables from here when it asks. */}
      <div className="input-editors" lang="en" hidden={shown === undefined}>
        <VariableEditor className={shown === "variables" ? "" : "hidden"} />
        <HeaderEditor className={shown === "headers" ? "" : "hidden"} />
      </div>
    </div>
  );
}
