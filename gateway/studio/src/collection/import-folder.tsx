import { useEffect, useRef } from "react";
import { useStudio } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";
import { questionsOf } from "./collection-files.ts";
import { useCollections } from "./collection-store.ts";
import { readFiles } from "./folder.ts";

/** Reads a folder of `.graphql` files into a collection of the folder's name. */
export function ImportFolder() {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const save = useCollections((state) => state.save);
  const notify = useStudio((state) => state.notify);
  // An attribute that React does not know.
  useEffect(() => input.current?.setAttribute("webkitdirectory", ""), []);
  const read = async (list: FileList) => {
    const questions = questionsOf(await readFiles(list));
    const folder = list[0]?.webkitRelativePath.split("/")[0] || text.imported;
    if (questions.length > 0) save(folder, questions);
    notify(text.questionsImported(questions.length));
  };
  return (
    <>
      <button type="button" className="quiet" onClick={() => input.current?.click()}>
        ⤒ {text.importFolder}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={text.importFolder}
        onChange={({ target }) => target.files && void read(target.files)}
      />
    </>
  );
}
