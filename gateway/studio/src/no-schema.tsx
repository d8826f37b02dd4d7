import { Failed } from "./failed.tsx";
import { useStudio } from "./studio-store.ts";
import { inLanguage } from "./text/in-language.ts";
import { useText } from "./text/use-text.ts";

/** What stands in for whatever shows the schema while there is none; nothing once it is here. */
export function NoSchema() {
  const text = useText();
  const language = useStudio((state) => state.language);
  const schema = useStudio((state) => state.schema);
  const readSchemaAgain = useStudio((state) => state.readSchemaAgain);
  switch (schema.state) {
    case "loaded":
      return null;
    case "loading":
      return <p className="empty">{text.schemaLoading}</p>;
    case "failed":
      return (
        <Failed
          message={text.schemaFailed(inLanguage(schema.message, language))}
          onTryAgain={readSchemaAgain}
        />
      );
    case "none":
      return <p className="empty">{text.chooseViewer}</p>;
  }
}
