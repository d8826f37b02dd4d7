import { Spinner } from "@graphiql/react";
import { printSchema } from "graphql";
import { type ReactNode, Suspense } from "react";
import { Collections } from "../collection/collections.tsx";
import { ExampleList } from "../collection/example-list.tsx";
import { download } from "../download.ts";
import { lazyPart } from "../lazy-part.ts";
import { NoSchema } from "../no-schema.tsx";
import { useStudio } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";
import { History } from "./history.tsx";
import { ForeignPanel } from "./foreign-panel.tsx";
import type { SidePanel } from "./rail.tsx";

const DocExplorer = lazyPart(async () => (await import("@graphiql/plugin-doc-explorer")).DocExplorer);
const Fields = lazyPart(async () => (await import("./fields.ts")).Fields);

interface SideProps {
  readonly panel: SidePanel;
  /** On a phone the panel covers the question, and goes when one was chosen. */
  readonly onChosen: () => void;
}

/** The panel beside the editor. */
export function Side({ panel, onChosen }: SideProps) {
  const text = useText();
  return (
    <aside className="side" aria-label={text.panel[panel]}>
      {panel === "examples" && <ExampleList onChosen={onChosen} />}
      {panel === "docs" && <Documentation />}
      {panel === "fields" && (
        <>
          <h2>{text.panel.fields}</h2>
          <NeedsSchema>
            <ForeignPanel>
              <Fields />
            </ForeignPanel>
          </NeedsSchema>
        </>
      )}
      {panel === "history" && <History onChosen={onChosen} />}
      {panel === "collections" && <Collections onChosen={onChosen} />}
    </aside>
  );
}

function Documentation() {
  const text = useText();
  const schema = useStudio((state) => state.schema);
  return (
    <>
      {schema.state === "loaded" && (
        <button
          type="button"
          className="quiet"
          onClick={() => download("schema.graphql", printSchema(schema.schema))}
        >
          ⤓ {text.downloadSdl}
        </button>
      )}
      <NeedsSchema>
        <ForeignPanel>
          <DocExplorer />
        </ForeignPanel>
      </NeedsSchema>
    </>
  );
}

function NeedsSchema({ children }: { readonly children: ReactNode }) {
  const loaded = useStudio(({ schema }) => schema.state === "loaded");
  return loaded ? <Suspense fallback={<Spinner />}>{children}</Suspense> : <NoSchema />;
}
