import { useEffect, useState } from "react";
import { Failed } from "../failed.tsx";
import { useStudio, useViewer } from "../studio-store.ts";
import { inLanguage } from "../text/in-language.ts";
import { useText } from "../text/use-text.ts";
import { type AgreementNetwork, loadAgreementNetwork } from "./agreement-network.ts";
import { Network } from "./network.tsx";

type Loaded =
  | { readonly state: "loading" }
  | { readonly state: "loaded"; readonly network: AgreementNetwork }
  | { readonly state: "failed"; readonly message: string };

/** The companies that the viewer knows of, their subgraphs, and the agreements between them. */
export function ChainMap() {
  const text = useText();
  const viewer = useViewer();
  const language = useStudio((state) => state.language);
  const [loaded, tryAgain] = useNetwork(viewer?.token);
  return (
    <main className="room chain">
      <header>
        <h2>{viewer ? text.chainTitle(viewer.name) : text.room.chain}</h2>
        <p className="hint">{text.chainHint}</p>
      </header>
      {!viewer && <p className="empty">{text.chooseViewer}</p>}
      {viewer && loaded.state === "loading" && <p className="empty">{text.asking}</p>}
      {viewer && loaded.state === "failed" && (
        <Failed message={text.chainFailed(inLanguage(loaded.message, language))} onTryAgain={tryAgain} />
      )}
      {viewer && loaded.state === "loaded" && <Network key={viewer.id} network={loaded.network} />}
    </main>
  );
}

/** What the holder of a token knows of the chain, and how to ask once more. */
function useNetwork(token: string | undefined): readonly [Loaded, () => void] {
  const [loaded, setLoaded] = useState<Loaded>({ state: "loading" });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (token === undefined) return undefined;
    let current = true;
    setLoaded({ state: "loading" });
    loadAgreementNetwork(token).then(
      (network) => current && setLoaded({ state: "loaded", network }),
      (error: Error) => current && setLoaded({ state: "failed", message: error.message }),
    );
    return () => {
      current = false;
    };
  }, [token, tries]);
  return [loaded, () => setTries(tries + 1)];
}
