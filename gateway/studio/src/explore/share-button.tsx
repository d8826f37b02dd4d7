import { CopyIcon, useGraphiQL } from "@graphiql/react";
import { useStudio } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";
import { shareLink } from "./share-link.ts";

/** Copies a link to the question and the viewer. */
export function ShareButton() {
  const text = useText();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const { viewerId, notify } = useStudio();
  const share = async () => {
    const question = {
      query: queryEditor?.getValue() ?? "",
      variables: variableEditor?.getValue() ?? "",
      viewer: viewerId,
    };
    const link = shareLink(question, location.href);
    history.replaceState(null, "", link);
    // Without the right to the clipboard, the link still stands in the address bar.
    const copied = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false,
    );
    notify(copied ? text.linkCopied : text.linkInAddress);
  };
  return (
    <button type="button" title={text.share} aria-label={text.share} onClick={() => void share()}>
      <CopyIcon aria-hidden="true" />
    </button>
  );
}
