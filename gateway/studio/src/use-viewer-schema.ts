import { useEffect } from "react";
import { loadViewerSchema } from "./gateway/viewer-schema.ts";
import { useStudio, useViewer } from "./studio-store.ts";

/** Keeps the schema that of the current viewer. */
export function useViewerSchema(): void {
  const viewer = useViewer();
  const reads = useStudio((state) => state.schemaReads);
  useEffect(() => {
    if (!viewer) return undefined;
    let current = true;
    useStudio.setState({ schema: { state: "loading" } });
    loadViewerSchema(viewer.token).then(
      (loaded) => current && useStudio.setState({ schema: { state: "loaded", ...loaded } }),
      (error: Error) =>
        current && useStudio.setState({ schema: { state: "failed", message: error.message } }),
    );
    return () => {
      current = false;
    };
  }, [viewer, reads]);
}
