import type { Chain } from "../chain.ts";
import type { ContractGraph } from "../contract-graph.ts";
import type { Finding } from "../finding.ts";
import { type Surface, surfaceOf } from "../surface.ts";

interface Surfaced {
  readonly graph: ContractGraph;
  readonly surface: Surface;
}

/**
 * TAKEOVER, too: what one contract hides or restricts is so for all after composition, and of what clients send
 * only that stays which every contract has. A company could take the ids of orders, or an argument of another
 * company's mutation, away from everybody.
 */
export function takenAway(chain: Chain): Finding[] {
  const all = chain.graphs.map((graph) => ({ graph, surface: surfaceOf(graph.document) }));
  return all.flatMap((own) => {
    const others = all.filter(({ graph }) => graph.operator !== own.graph.operator);
    return [...withheldFrom(chain, own, others), ...others.flatMap((other) => missingFor(own, other))];
  });
}

function withheldFrom(chain: Chain, { graph, surface }: Surfaced, others: readonly Surfaced[]): Finding[] {
  return [...surface.withheld].flatMap((coordinate) => {
    const [type = ""] = coordinate.split(".");
    const showing = others.find(
      ({ surface: { coordinates, withheld } }) => coordinates.has(coordinate) && !withheld.has(coordinate),
    );
    if (!showing || isHome(chain, graph, type)) return [];
    return [finding(graph, coordinate, `hides or restricts what ${showing.graph.operator} shows to clients`)];
  });
}

/** Whether a type is this company's, whatever others say of its objects: it has their parties. */
function isHome({ owners }: Chain, { name, types }: ContractGraph, type: string): boolean {
  const published = [...owners].filter(([coordinate]) => coordinate.startsWith(`${type}.`));
  if (published.length > 0) return published.some(([, owner]) => owner === name);
  return (types.get(type)?.parties.length ?? 0) > 0;
}

function missingFor({ graph, surface }: Surfaced, other: Surfaced): Finding[] {
  return [...surface.sent].flatMap(([type, members]) => {
    const missing = (other.surface.sent.get(type) ?? []).filter((each) => !members.includes(each));
    if (missing.length === 0) return [];
    return [
      finding(graph, type, `leaves out ${missing.join(", ")}, which clients send to ${other.graph.operator}`),
    ];
  });
}

function finding({ name, operator }: ContractGraph, coordinate: string, what: string): Finding {
  const message = `${operator} ${what}: nobody could use it any more. Show it as it is there, or give your own another name.`;
  return { rule: "TAKEOVER", subgraph: name, coordinate, message };
}
