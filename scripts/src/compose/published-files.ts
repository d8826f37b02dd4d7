import { composeSupergraph, describeFault, type Contract } from "@maillon/schema/compose";
import { FILES, jsonSchemaOf } from "@maillon/schema/exchange";

/** Texts by their path in the repository, or why there are none. */
export type PublishedFiles =
  | { readonly ok: true; readonly files: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly reasons: readonly string[] };

/** Everything in schema/ that is generated from code. */
export function publishedFiles(contracts: readonly Contract[]): PublishedFiles {
  const files = new Map<string, string>();
  for (const file of FILES) {
    files.set(`schema/exchange/${file}.schema.json`, `${JSON.stringify(jsonSchemaOf(file), undefined, 2)}\n`);
  }
  if (contracts.length === 0) return { ok: true, files };
  const composition = composeSupergraph(contracts);
  if (!composition.ok) return { ok: false, reasons: composition.faults.map(describeFault) };
  for (const { name, sdl } of contracts) files.set(`schema/subgraphs/${name}.graphql`, sdl);
  files.set("schema/supergraph.graphql", composition.supergraph);
  return { ok: true, files };
}
