import type { FetchFacts } from "../transport/transport.ts";
import type { OutgoingRequest } from "./run.ts";

/** One request of an operation, as a viewer whom the operator allows to know reads it in `extensions.way`. */
export interface WayNote {
  readonly subgraph: string;
  readonly outcome: FetchFacts["outcome"];
  /** Milliseconds since the operation began. */
  readonly start: number;
  /** Milliseconds. */
  readonly duration: number;
  /** Characters of the subgraph's answer, what the viewer may not see included. */
  readonly size: number;
  /** What was asked; the values of variables stay here. */
  readonly operation: string;
  /** How many objects were named, by type. */
  readonly keys: Readonly<Record<string, number>>;
}

/** The way of one operation through the subgraphs. */
export interface Way {
  readonly note: (request: OutgoingRequest, facts: FetchFacts) => void;
  /** In the order in which the requests were sent. */
  readonly notes: () => readonly WayNote[];
}

/** Opens the record of one operation's way. */
export function openWay(): Way {
  const began = performance.now();
  const notes: WayNote[] = [];
  return {
    note({ body }, { subgraph, outcome, seconds, size }) {
      const duration = seconds * 1000;
      const start = Math.max(0, performance.now() - began - duration);
      notes.push({ subgraph, outcome, start, duration, size, ...readBody(body) });
    },
    notes: () => notes.toSorted((one, other) => one.start - other.start),
  };
}

/** A body of our own making: `query`, and for entities lists of representations among its variables. */
function readBody(body: string): Pick<WayNote, "operation" | "keys"> {
  const { query, variables = {} } = JSON.parse(body) as {
    query: string;
    variables?: Record<string, unknown>;
  };
  const keys: Record<string, number> = {};
  for (const representation of Object.values(variables).flat()) {
    const type = typeOf(representation);
    if (type !== undefined) keys[type] = (keys[type] ?? 0) + 1;
  }
  return { operation: query, keys };
}

function typeOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("__typename" in value)) return undefined;
  return typeof value.__typename === "string" ? value.__typename : undefined;
}
