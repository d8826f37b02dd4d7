import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { useStudio } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";

/** One question each, side by side. */
export function QuestionTabs() {
  const text = useText();
  const tabs = useGraphiQL((state) => state.tabs);
  const active = useGraphiQL((state) => state.activeTabIndex);
  const { addTab, changeTab, closeTab } = useGraphiQLActions();
  const clearAnswer = useStudio((state) => state.clearAnswer);
  // An answer belongs to the question above it.
  const change = (act: () => void) => {
    act();
    clearAnswer();
  };
  return (
    <div className="question-tabs">
      <ul aria-label={text.tabs}>
        {tabs.map(({ id, title }, index) => (
          <li key={id} data-active={index === active}>
            <button
              type="button"
              aria-current={index === active ? "true" : undefined}
              onClick={() => index !== active && change(() => changeTab(index))}
            >
              {title === "<untitled>" ? text.untitled : title}
            </button>
            {tabs.length > 1 && (
              <button
                type="button"
                className="close"
                aria-label={text.closeTab(title)}
                onClick={() => change(() => closeTab(index))}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      <button type="button" className="icon-button" aria-label={text.newTab} onClick={() => change(addTab)}>
        +
      </button>
    </div>
  );
}
