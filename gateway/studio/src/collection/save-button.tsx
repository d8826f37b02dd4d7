import { StarIcon, useGraphiQL } from "@graphiql/react";
import { type FormEvent, useRef, useState } from "react";
import { useStudio } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";
import { useCollections } from "./collection-store.ts";

/** Keeps the question of the editor in a collection. */
export function SaveButton() {
  const text = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        title={text.save}
        aria-label={text.save}
        onClick={() => dialog.current?.showModal()}
      >
        <StarIcon aria-hidden="true" />
      </button>
      <dialog ref={dialog} aria-label={text.save}>
        <h2>{text.save}</h2>
        <SaveForm onDone={() => dialog.current?.close()} />
      </dialog>
    </>
  );
}

function SaveForm({ onDone }: { readonly onDone: () => void }) {
  const text = useText();
  const { collections, save } = useCollections();
  const notify = useStudio((state) => state.notify);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const [name, setName] = useState("");
  const [collection, setCollection] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const question = {
      name: name.trim(),
      query: queryEditor?.getValue() ?? "",
      variables: variableEditor?.getValue() ?? "",
    };
    save(collection.trim() || text.myQuestions, [question]);
    notify(text.saved(question.name));
    onDone();
  };
  return (
    <form onSubmit={submit}>
      <label>
        {text.questionName}
        <input required value={name} onChange={({ target }) => setName(target.value)} />
      </label>
      <label>
        {text.collection}
        <input
          list="collections"
          placeholder={text.myQuestions}
          value={collection}
          onChange={({ target }) => setCollection(target.value)}
        />
      </label>
      <datalist id="collections">
        {Object.keys(collections).map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <div className="buttons">
        <button type="button" onClick={onDone}>
          {text.cancel}
        </button>
        <button type="submit" className="primary">
          {text.save}
        </button>
      </div>
    </form>
  );
}
