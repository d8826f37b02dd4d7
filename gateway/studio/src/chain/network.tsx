import { useState } from "react";
import { useStudio } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";
import type { AgreementNetwork } from "./agreement-network.ts";
import { CompanyDetail } from "./company-detail.tsx";
import { NetworkPicture } from "./network-picture.tsx";

/** The picture, and beside it what the reader chose in it. */
export function Network({ network }: { readonly network: AgreementNetwork }) {
  const text = useText();
  const [chosen, choose] = useState<string | undefined>();
  const schema = useStudio((state) => state.schema);
  const subgraphs = schema.state === "loaded" ? schema.facts.subgraphs : [];
  const company = network.companies.find(({ id }) => id === chosen);
  return (
    <div className="network">
      {network.companies.length === 0 ? (
        <p className="empty">{text.chainEmpty}</p>
      ) : (
        <NetworkPicture network={network} subgraphs={subgraphs} chosen={chosen} onChoose={choose} />
      )}
      <aside aria-label={text.subgraphs}>
        {company ? (
          <CompanyDetail company={company} network={network} subgraphs={subgraphs} />
        ) : (
          <>
            <h3>{text.subgraphs}</h3>
            <ul className="subgraph-list">
              {subgraphs.map(({ name, operator }) => (
                <li key={name}>
                  <strong>{name}</strong> {operator}
                </li>
              ))}
            </ul>
            <p className="hint">{text.chooseCompany}</p>
          </>
        )}
      </aside>
    </div>
  );
}
