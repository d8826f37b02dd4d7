import { DocExplorerStore } from "@graphiql/plugin-doc-explorer";
import { HistoryStore } from "@graphiql/plugin-history";
import { GraphiQLProvider, Spinner, Tooltip } from "@graphiql/react";
import { type ReactNode, Suspense, useEffect } from "react";
import { EXAMPLES } from "./collection/examples.ts";
import { Explore } from "./explore/explore.tsx";
import { fetchForEditor } from "./explore/fetch-for-editor.ts";
import { REFERENCE_PLUGIN } from "./explore/reference-plugin.ts";
import { readShareLink } from "./explore/share-link.ts";
import { lazyPart } from "./lazy-part.ts";
import { Notice } from "./notice.tsx";
import { openStudio } from "./open-studio.ts";
import { useStudio } from "./studio-store.ts";
import { TopBar } from "./top-bar.tsx";
import { useViewerSchema } from "./use-viewer-schema.ts";

const shared = readShareLink(location.hash);
const first = shared ? { initialQuery: shared.query, initialVariables: shared.variables } : {};
const plugins = [REFERENCE_PLUGIN];

const Compare = lazyPart(async () => (await import("./compare/compare.tsx")).Compare);
const ChainMap = lazyPart(async () => (await import("./chain/chain-map.tsx")).ChainMap);
const TypesMap = lazyPart(async () => (await import("./chain/types-map.tsx")).TypesMap);

/** The whole page. */
export function Studio() {
  const language = useStudio((state) => state.language);
  useEffect(() => void openStudio(shared?.viewer), []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useViewerSchema();
  return (
    <Editor>
      <div className="graphiql-container studio">
        <TopBar />
        <Rooms />
        <Notice />
      </div>
    </Editor>
  );
}

/** Gives everything below the editor's state: tabs, history, documentation, theme. */
function Editor({ children }: { readonly children: ReactNode }) {
  const state = useStudio(({ schema }) => schema);
  return (
    <GraphiQLProvider
      fetcher={fetchForEditor}
      // Null, not undefined: the studio asks for the schema itself, once for each viewer.
      schema={state.state === "loaded" ? state.schema : null}
      plugins={plugins}
      referencePlugin={REFERENCE_PLUGIN}
      defaultQuery={EXAMPLES[0]?.query ?? ""}
      shouldPersistHeaders={false}
      {...first}
    >
      <HistoryStore>
        <DocExplorerStore>
          <Tooltip.Provider>{children}</Tooltip.Provider>
        </DocExplorerStore>
      </HistoryStore>
    </GraphiQLProvider>
  );
}

function Rooms() {
  const room = useStudio((state) => state.room);
  return (
    <>
      {/* The editor stays in place while another room is open: it holds the question that they all ask. */}
      <Explore hidden={room !== "explore"} />
      <Suspense fallback={<Spinner />}>
        {room === "compare" && <Compare />}
        {room === "chain" && <ChainMap />}
        {room === "types" && <TypesMap />}
      </Suspense>
    </>
  );
}
