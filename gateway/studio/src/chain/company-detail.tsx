import type { SchemaFacts } from "../gateway/schema-facts.ts";
import { useText } from "../text/use-text.ts";
import type { AgreementNetwork, Company, KnownAgreement } from "./agreement-network.ts";
import { operatedBy } from "./operated-by.ts";

interface CompanyDetailProps {
  readonly company: Company;
  readonly network: AgreementNetwork;
  readonly subgraphs: SchemaFacts["subgraphs"];
}

/** One company: what it is, what it runs, what it has agreed on. */
export function CompanyDetail({ company, network, subgraphs }: CompanyDetailProps) {
  const text = useText();
  const own = network.agreements.filter(({ parties }) => parties.some((each) => each.company === company.id));
  const runs = operatedBy(company, subgraphs);
  return (
    <>
      <h3>{company.name}</h3>
      <p className="hint">{company.roles.join(" · ")}</p>
      {runs.length > 0 && <p>{text.runs(runs.join(", "))}</p>}
      <h4>{text.agreements(own.length)}</h4>
      <ul className="agreement-list">
        {own.map((agreement) => (
          <li key={agreement.id} data-active={agreement.status === "ACTIVE"}>
            <span className="status">{agreement.status}</span> {agreement.model}
            <Partners agreement={agreement} network={network} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface PartnersProps {
  readonly agreement: KnownAgreement;
  readonly network: AgreementNetwork;
}

function Partners({ agreement, network }: PartnersProps) {
  const names = new Map(network.companies.map(({ id, name }) => [id, name]));
  const partners = agreement.parties.map(({ company, role }) => `${names.get(company) ?? company} (${role})`);
  return <p className="hint">{partners.join(" · ")}</p>;
}
