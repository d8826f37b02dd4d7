import { useEffect } from "react";
import { loadViewerSchema } from "./gateway/viewer-schema.ts";
import { useStudio, useViewer } from "./studio-store.ts";
import { classText } from "./text/class-text.ts";

/** Keeps the schema that of the current viewer, described in the current language. */
export function useViewerSchema(): void {
  const viewer = useViewer();
  const language = useStudio((state) => state.language);
  useEffect(() => {
    if (!viewer) return undefined;
    let current = true;
    useStudio.setState({ schema: { state: "loading" } });
    loadViewerSchema(viewer.token, (dataClass) => classText(dataClass, language)).then(
      (loaded) => current && useStudio.setState({ schema: { state: "loaded", ...loaded } }),
      (error: Error) =>
        current && useStudio.setState({ schema: { state: "failed", message: error.message } }),
    );
    return () => {
      current = false;
    };
  }, [viewer, language]);
}
