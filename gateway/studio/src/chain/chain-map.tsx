import { useEffect, useState } from "react";
import { useViewer } from "../studio-store.ts";
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
  const [loaded, setLoaded] = useState<Loaded>({ state: "loading" });
  useEffect(() => {
    if (!viewer) return undefined;
    let current = true;
    setLoaded({ state: "loading" });
    loadAgreementNetwork(viewer.token).then(
      (network) => current && setLoaded({ state: "loaded", network }),
      (error: Error) => current && setLoaded({ state: "failed", message: error.message }),
    );
    return () => {
      current = false;
    };
  }, [viewer]);
  return (
    <main className="room chain">
      <header>
        <h2>{text.chainTitle(viewer?.name ?? "—")}</h2>
        <p className="hint">{text.chainHint}</p>
      </header>
      {!viewer && <p className="empty">{text.chooseViewer}</p>}
      {viewer && loaded.state === "loading" && <p className="empty">{text.asking}</p>}
      {viewer && loaded.state === "failed" && (
        <p className="empty fault">{text.chainFailed(loaded.message)}</p>
      )}
      {viewer && loaded.state === "loaded" && <Network key={viewer.id} network={loaded.network} />}
    </main>
  );
}
