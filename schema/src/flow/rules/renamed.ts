import { Kind, visit, type DirectiveNode } from "graphql";
import { textArgument } from "../../visibility/directive-arguments.ts";
import { VISIBILITY_SPECIFICATION } from "../../visibility/specification.ts";
import { FEDERATION, linksOf, localNamesOf, schemaDirectives } from "../../visibility/specification-links.ts";
import type { Chain } from "../chain.ts";
import type { ContractGraph } from "../contract-graph.ts";
import type { Finding } from "../finding.ts";

const { identity, version, url, directives } = VISIBILITY_SPECIFICATION;

/**
 * RENAMED and FORGED_BY: composition silently drops a directive that is renamed, not linked or not composed, and then
 * every field it protected would be open; what a contract writes for `by` would be taken for the composition's word.
 */
export function renamedDirectives({ graphs }: Chain): Finding[] {
  return graphs.flatMap((graph) => [...linkFindings(graph), ...useFindings(graph)]);
}

function linkFindings({ name, document }: ContractGraph): Finding[] {
  const links = linksOf(document).filter((link) => link.identity === identity);
  return links.flatMap((link) => {
    const problems = directives
      .filter((each) => link.imports.get(`@${each}`) !== `@${each}`)
      .map((each) => `@${each} must be imported under its own name, or it is lost in composition`);
    if (link.version !== version)
      problems.unshift(`${link.version} of the specification is not known; link to ${url}`);
    return problems.map((problem): Finding => ({
      rule: "RENAMED",
      subgraph: name,
      coordinate: "schema",
      message: `${problem}.`,
    }));
  });
}

function useFindings(graph: ContractGraph): Finding[] {
  const known = new Map(
    directives.flatMap((each) =>
      [...localNamesOf(graph.document, identity, each)].map((local) => [local, each]),
    ),
  );
  const composed = composedBy(graph);
  const found = new Map<string, Finding>();
  for (const { directive, coordinate } of usesIn(graph)) {
    const name = directive.name.value;
    const ours = known.get(name);
    const looks = directives.some((each) => each === name);
    if (ours === undefined && looks) found.set(name, unlinked(graph, name));
    if (ours !== undefined && !composed.has(name)) found.set(name, uncomposed(graph, name));
    if (ours !== undefined && textArgument(directive, "by") !== undefined)
      found.set(coordinate, forged(graph, coordinate));
  }
  return [...found.values()];
}

function composedBy({ document }: ContractGraph): ReadonlySet<string> {
  const names = localNamesOf(document, FEDERATION, "composeDirective");
  const composed = schemaDirectives(document).filter(({ name }) => names.has(name.value));
  return new Set(composed.map((each) => (textArgument(each, "name") ?? "").slice(1)));
}

interface Use {
  readonly directive: DirectiveNode;
  readonly coordinate: string;
}

function usesIn({ document }: ContractGraph): Use[] {
  const uses: Use[] = [];
  visit(document, {
    Directive: (...[node, , , , ancestors]) => {
      const names = ancestors.flatMap((each) => nameOf(each));
      uses.push({ directive: node, coordinate: names.join(".") });
    },
  });
  return uses;
}

function nameOf(ancestor: unknown): string[] {
  if (typeof ancestor !== "object" || ancestor === null || !("kind" in ancestor)) return [];
  if (ancestor.kind === Kind.DOCUMENT || !("name" in ancestor)) return [];
  const { name } = ancestor;
  return typeof name === "object" && name !== null && "value" in name ? [String(name.value)] : [];
}

function unlinked({ name }: ContractGraph, directive: string): Finding {
  const message = `@${directive} is used without a link to ${url}, so that composition drops it.`;
  return { rule: "RENAMED", subgraph: name, coordinate: `@${directive}`, message };
}

function uncomposed({ name }: ContractGraph, directive: string): Finding {
  const message = `@${directive} is used without @composeDirective(name: "@${directive}"), so that composition drops it.`;
  return { rule: "RENAMED", subgraph: name, coordinate: `@${directive}`, message };
}

function forged({ name }: ContractGraph, coordinate: string): Finding {
  const message = "`by` is written by composition alone. Leave it out.";
  return { rule: "FORGED_BY", subgraph: name, coordinate, message };
}
