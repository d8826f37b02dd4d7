import { useOpenQuestion } from "../explore/use-open-question.ts";
import { useStudio } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";
import { filesOf } from "./collection-files.ts";
import { type SavedQuestion, useCollections } from "./collection-store.ts";
import { writeFolder } from "./folder.ts";
import { ImportFolder } from "./import-folder.tsx";

/** The questions that the reader keeps, by collection. */
export function Collections({ onChosen }: { readonly onChosen: () => void }) {
  const text = useText();
  const collections = useCollections((state) => state.collections);
  const names = Object.keys(collections).toSorted();
  return (
    <>
      <h2>{text.panel.collections}</h2>
      <p className="hint">{text.collectionsHint}</p>
      {names.length === 0 && <p className="empty">{text.collectionsEmpty}</p>}
      {names.map((name) => (
        <Collection key={name} name={name} questions={collections[name] ?? []} onChosen={onChosen} />
      ))}
      <ImportFolder />
    </>
  );
}

interface CollectionProps {
  readonly name: string;
  readonly questions: readonly SavedQuestion[];
  readonly onChosen: () => void;
}

function Collection({ name, questions, onChosen }: CollectionProps) {
  const text = useText();
  const open = useOpenQuestion();
  const remove = useCollections((state) => state.remove);
  const notify = useStudio((state) => state.notify);
  const write = () =>
    writeFolder(filesOf(questions)).catch((error: DOMException) => {
      if (error.name !== "AbortError") notify(text.notWritten(error.message));
    });
  return (
    <section className="collection">
      <header>
        <h3>{name}</h3>
        <button type="button" className="quiet" onClick={() => void write()}>
          ⤓ {text.exportFolder}
        </button>
      </header>
      <ul>
        {questions.map((each) => (
          <li key={each.name}>
            <button
              type="button"
              onClick={() => {
                open({ query: each.query, variables: each.variables, ask: false });
                onChosen();
              }}
            >
              {each.name}
            </button>
            <button
              type="button"
              className="close"
              aria-label={text.remove(each.name)}
              onClick={() => remove(name, each.name)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
