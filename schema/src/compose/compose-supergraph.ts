import { composeServices } from "@apollo/composition";
import { GraphQLError, parse, type ASTNode, type DocumentNode, type NameNode } from "graphql";
import { injectBy } from "../visibility/inject-by.ts";
import { RESERVED_NAMES } from "../reserved-names.ts";
import { type CircularRequirement, circularRequirements } from "./circular-requirements.ts";
import { reservedUses } from "./reserved-uses.ts";

/** What one company publishes about its subgraph. */
export interface Contract {
  /** The subgraph's name in the supergraph. */
  readonly name: string;
  /** Where the gateway finds it unless its configuration says otherwise. */
  readonly url: string;
  /** The subgraph's schema, with its federation and visibility directives. */
  readonly sdl: string;
}

/** One reason why contracts do not compose. */
export interface CompositionFault {
  /** The code of the rule that was broken, such as `INVALID_FIELD_SHARING`. */
  readonly code: string;
  readonly message: string;
  /** Where it was broken, such as `orders:12:3` (line and column of that subgraph's contract). */
  readonly places: readonly string[];
}

export type Composition =
  | { readonly ok: true; readonly supergraph: string }
  | { readonly ok: false; readonly faults: readonly CompositionFault[] };

/**
 * Composes the contracts of several companies into the supergraph that the gateway serves.
 * The same contracts give the same text, in whatever order they come. Never runs inside the serving gateway:
 * a contract is a stranger's text, and composing it costs far more than reading the result.
 */
export function composeSupergraph(contracts: readonly Contract[]): Composition {
  const sorted = contracts.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const repeated = sorted.filter(({ name }, place) => name === sorted[place - 1]?.name);
  const taken = sorted.filter(({ name }) => RESERVED_NAMES.subgraphs.test(name));
  const faults = [...repeated.map(nameFault), ...taken.map(takenFault), ...sorted.flatMap(syntaxFaults)];
  if (faults.length > 0) return { ok: false, faults };
  const services = sorted.map(({ name, url, sdl }) => ({ name, url, typeDefs: injectBy(parse(sdl), name) }));
  const reserved = services.flatMap(({ typeDefs }) => reservedUses(typeDefs));
  if (reserved.length > 0)
    return { ok: false, faults: reserved.map((name) => reservedFault(name, services)) };
  const circular = circularRequirements(services.map(({ typeDefs }) => typeDefs));
  if (circular.length > 0) return { ok: false, faults: circular.map((each) => circleFault(each, services)) };
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl !== undefined) return { ok: true, supergraph: `${supergraphSdl.trimEnd()}\n` };
  return { ok: false, faults: (errors ?? []).map((error) => faultOf(error, services)) };
}

/**
 * The supergraph of contracts that are known to compose.
 * @throws Error that tells every fault, if they do not.
 */
export function supergraphOf(contracts: readonly Contract[]): string {
  const composition = composeSupergraph(contracts);
  if (composition.ok) return composition.supergraph;
  const faults = composition.faults.map((each) => `  ${describeFault(each)}`);
  throw new Error(`${contracts.map(({ name }) => name).join(", ")} do not compose:\n${faults.join("\n")}`);
}

/** A fault as one readable line. */
export function describeFault({ code, message, places }: CompositionFault): string {
  const where = places.length === 0 ? "" : ` (${places.join(", ")})`;
  return `${code}: ${message}${where}`;
}

function nameFault({ name }: Contract): CompositionFault {
  return { code: "SUBGRAPH_NAME", message: `Two contracts are called "${name}".`, places: [] };
}

function takenFault({ name }: Contract): CompositionFault {
  return { code: "SUBGRAPH_NAME", message: `"${name}" stands for the gateway itself.`, places: [] };
}

function syntaxFaults({ name, sdl }: Contract): CompositionFault[] {
  try {
    parse(sdl);
    return [];
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const places = (error.locations ?? []).map(({ line, column }) => `${name}:${line}:${column}`);
    return [{ code: "SYNTAX", message: error.message, places }];
  }
}

type ReadServices = readonly { readonly name: string; readonly typeDefs: DocumentNode }[];

function reservedFault(name: NameNode, services: ReadServices): CompositionFault {
  const message = `"${name.value}" is a name that the gateway keeps for itself.`;
  return { code: "RESERVED_NAME", message, places: placesOf([name], services) };
}

function circleFault({ coordinate, field }: CircularRequirement, services: ReadServices): CompositionFault {
  const message =
    `"${coordinate}" can never be computed: by way of other companies' @requires, what it requires requires it in turn, ` +
    `or waits for fields that do. One of them must do without.`;
  return { code: "CIRCULAR_REQUIREMENT", message, places: placesOf([field], services) };
}

function faultOf(error: GraphQLError, services: ReadServices): CompositionFault {
  const code = typeof error.extensions["code"] === "string" ? error.extensions["code"] : "COMPOSITION";
  return { code, message: error.message, places: placesOf(error.nodes ?? [], services) };
}

function placesOf(nodes: readonly ASTNode[], services: ReadServices): string[] {
  return nodes.flatMap(({ loc }) => {
    const source = services.find(({ typeDefs }) => typeDefs.loc?.source === loc?.source);
    if (!loc || !source) return [];
    return [`${source.name}:${loc.startToken.line}:${loc.startToken.column}`];
  });
}
