import type { Chain } from "../chain.ts";
import type { ContractGraph } from "../contract-graph.ts";
import type { Finding } from "../finding.ts";
import { type Surface, surfaceOf } from "../surface.ts";

interface Surfaced {
  readonly graph: ContractGraph;
  readonly surface: Surface;
}

/**
 * TAKEOVER, too: what one contract hides, composition hides for all, and of what clients send it keeps only
 * what every contract has. A company could take the ids of orders, or an argument of another company's
 * mutation, away from everybody.
 */
export function takenAway({ graphs }: Chain): Finding[] {
  const all = graphs.map((graph) => ({ graph, surface: surfaceOf(graph.document) }));
  return all.flatMap((own) =>
    all
      .filter(({ graph }) => graph.operator !== own.graph.operator)
      .flatMap((other) => [...hiddenFrom(own, other), ...missingFor(own, other)]),
  );
}

function hiddenFrom({ graph, surface }: Surfaced, other: Surfaced): Finding[] {
  return [...surface.hidden]
    .filter((each) => other.surface.coordinates.has(each) && !other.surface.hidden.has(each))
    .map((each) => finding(graph, each, `hides what ${other.graph.operator} shows to clients`));
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
