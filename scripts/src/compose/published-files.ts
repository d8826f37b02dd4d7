import { SUBGRAPHS } from "@maillon/schema";
import { composeSupergraph, type CompositionFault, type Contract } from "@maillon/schema/compose";
import { FILES, jsonSchemaOf } from "@maillon/schema/exchange";
import { type ChangedField, changedFields, checkFlow, type Finding, ownersOf } from "@maillon/schema/flow";

/** Why contracts are not published: they do not compose, or what they declare would let a secret out. */
export interface Refusal {
  readonly faults: readonly CompositionFault[];
  readonly findings: readonly Finding[];
}

/** Texts by their path in the repository and whose readers change with them, or why there are none. */
export type PublishedFiles =
  | {
      readonly ok: true;
      readonly files: ReadonlyMap<string, string>;
      readonly changed: readonly ChangedField[];
    }
  | ({ readonly ok: false } & Refusal);

/** A contract as it was published last. */
export type PublishedContract = Pick<Contract, "name" | "sdl">;

/** Everything in schema/ that is generated from code; what was published before says whose field is whose. */
export function publishedFiles(
  contracts: readonly Contract[],
  before: readonly PublishedContract[] = [],
): PublishedFiles {
  const files = new Map<string, string>();
  for (const file of FILES) {
    files.set(`schema/exchange/${file}.schema.json`, `${JSON.stringify(jsonSchemaOf(file), undefined, 2)}\n`);
  }
  if (contracts.length === 0) return { ok: true, files, changed: [] };
  const composition = composeSupergraph(contracts);
  if (!composition.ok) return { ok: false, faults: composition.faults, findings: [] };
  const [known, operated] = [before.map(withOperator), contracts.map(withOperator)];
  const findings = checkFlow({ contracts: operated, owners: ownersOf(known) });
  if (findings.length > 0) return { ok: false, faults: [], findings };
  for (const { name, sdl } of contracts) files.set(`schema/subgraphs/${name}.graphql`, sdl);
  files.set("schema/supergraph.graphql", composition.supergraph);
  // In a new repository everything would be new.
  return { ok: true, files, changed: known.length === 0 ? [] : changedFields(known, operated) };
}

/** Who would receive what the gateway sends to a subgraph; one of an unknown company is its own operator. */
function withOperator({ name, sdl }: PublishedContract) {
  const operator = new Map(Object.entries(SUBGRAPHS)).get(name)?.operator ?? name;
  return { name, operator, sdl };
}
