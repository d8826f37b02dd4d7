import { useState } from "react";
import { useStudio } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";
import type { AgreementNetwork } from "./agreement-network.ts";
import { CompanyDetail } from "./company-detail.tsx";
import { CROWD, NetworkPicture } from "./network-picture.tsx";

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
            {network.companies.length > 0 && <p className="hint">{text.chooseCompany}</p>}
            <CompanyList network={network} onChoose={choose} />
          </>
        )}
      </aside>
    </div>
  );
}

interface CompanyListProps {
  readonly network: AgreementNetwork;
  readonly onChoose: (company: string) => void;
}

/** The companies by name where the picture alone is hard to read: among many of them, and on a phone. */
function CompanyList({ network: { companies }, onChoose }: CompanyListProps) {
  const text = useText();
  if (companies.length <= CROWD && !matchMedia("(max-width: 60rem)").matches) return null;
  return (
    <ul className="company-list" aria-label={text.companies}>
      {companies.map(({ id, name }) => (
        <li key={id}>
          <button type="button" onClick={() => onChoose(id)}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
