import type { SchemaFacts } from "../gateway/schema-facts.ts";
import { useText } from "../text/use-text.ts";
import type { AgreementNetwork, KnownAgreement } from "./agreement-network.ts";
import { chord, circle, type Point } from "./circle.ts";
import { CompanyNode } from "./company-node.tsx";
import { operatedBy } from "./operated-by.ts";

/** From so many companies on, names stand outwards: side by side they would overlap. */
export const CROWD = 14;

interface PictureProps {
  readonly network: AgreementNetwork;
  readonly subgraphs: SchemaFacts["subgraphs"];
  readonly chosen: string | undefined;
  readonly onChoose: (company: string | undefined) => void;
}

/** Companies on a circle, a chord for each pair that has an agreement: readable for five and for fifty. */
export function NetworkPicture({ network, subgraphs, chosen, onChoose }: PictureProps) {
  const text = useText();
  const { companies, agreements } = network;
  const crowded = companies.length > CROWD;
  // On a phone the picture is small, and names beside it would be smaller still.
  const narrow = matchMedia("(max-width: 60rem)").matches;
  const placed = companies.map((company, index) => ({ company, place: circle(index, companies.length) }));
  const places = new Map(placed.map(({ company, place }) => [company.id, place]));
  return (
    <svg
      className="network-picture"
      viewBox={crowded ? "-400 -400 800 800" : "-420 -330 840 660"}
      role="group"
      aria-label={text.chainPicture}
    >
      {agreements.map((agreement) => (
        <Chords key={agreement.id} agreement={agreement} places={places} chosen={chosen} />
      ))}
      {placed.map(({ company, place }) => (
        <CompanyNode
          key={company.id}
          name={company.name}
          place={place}
          subgraphs={operatedBy(company, subgraphs)}
          chosen={company.id === chosen}
          label={crowded ? "outwards" : narrow ? "below" : "beside"}
          onChoose={() => onChoose(company.id === chosen ? undefined : company.id)}
        />
      ))}
    </svg>
  );
}

interface ChordsProps {
  readonly agreement: KnownAgreement;
  readonly places: ReadonlyMap<string, Point>;
  readonly chosen: string | undefined;
}

function Chords({ agreement: { status, parties }, places, chosen }: ChordsProps) {
  const known = parties.flatMap(({ company }) => places.get(company) ?? []);
  const pairs = known.flatMap((from, index) => known.slice(index + 1).map((to) => chord(from, to)));
  const relevant = chosen === undefined || parties.some(({ company }) => company === chosen);
  return pairs.map((path) => (
    <path key={path} className="chord" d={path} data-active={status === "ACTIVE"} data-relevant={relevant} />
  ));
}
