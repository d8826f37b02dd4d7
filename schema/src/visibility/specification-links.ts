import { Kind, type ConstDirectiveNode, type DocumentNode } from "graphql";
import { argument, textArgument } from "./directive-arguments.ts";

/** A specification that a schema links to. */
export interface SpecificationLink {
  /** Its url without the version: what it is, whatever a schema calls it. */
  readonly identity: string;
  readonly version: string;
  /** The prefix of its elements that are not imported. */
  readonly namespace: string;
  /** Its imported elements and what this schema calls them: `@key` to `@primaryKey`. */
  readonly imports: ReadonlyMap<string, string>;
}

export const FEDERATION = "https://specs.apollo.dev/federation";

/** The specifications that a contract or supergraph links to. */
export function linksOf(document: DocumentNode): SpecificationLink[] {
  return schemaDirectives(document).flatMap((directive) => {
    const link = linkOf(directive);
    return link ? [link] : [];
  });
}

/**
 * What a schema calls a directive of a specification. By identity, so that a renamed import is found: a check that
 * looked for the usual name would simply not see it.
 */
export function localNamesOf(
  document: DocumentNode,
  identity: string,
  directive: string,
): ReadonlySet<string> {
  const links = linksOf(document).filter((link) => link.identity === identity);
  return new Set(links.map((link) => localName(link, directive)));
}

/** The directives of a schema's definition and extensions. */
export function schemaDirectives(document: DocumentNode): readonly ConstDirectiveNode[] {
  return document.definitions.flatMap((each) =>
    each.kind === Kind.SCHEMA_DEFINITION || each.kind === Kind.SCHEMA_EXTENSION
      ? (each.directives ?? [])
      : [],
  );
}

function localName({ identity, namespace, imports }: SpecificationLink, directive: string): string {
  const imported = imports.get(`@${directive}`);
  if (imported !== undefined) return imported.slice(1);
  // A specification's element of its own name is called like the namespace (https://specs.apollo.dev/link/v1.0).
  return nameOf(identity) === directive ? namespace : `${namespace}__${directive}`;
}

/** Whatever `@link` itself is called: a directive of the schema that has a url is one. */
function linkOf(directive: ConstDirectiveNode): SpecificationLink | undefined {
  const url = textArgument(directive, "url");
  const parts = /^(.*)\/(v\d+\.\d+)\/?$/.exec(url ?? "");
  const [, identity, version] = parts ?? [];
  if (identity === undefined || version === undefined) return undefined;
  const namespace = textArgument(directive, "as") ?? nameOf(identity);
  return { identity, version, namespace, imports: importsOf(argument(directive, "import")) };
}

function nameOf(identity: string): string {
  return identity.slice(identity.lastIndexOf("/") + 1);
}

function importsOf(list: unknown): ReadonlyMap<string, string> {
  const elements: readonly unknown[] = Array.isArray(list) ? list : [];
  return new Map(elements.flatMap(importOf));
}

function importOf(element: unknown): [string, string][] {
  if (typeof element === "string") return [[element, element]];
  if (typeof element !== "object" || element === null || !("name" in element)) return [];
  const { name } = element;
  if (typeof name !== "string") return [];
  const as = "as" in element && typeof element.as === "string" ? element.as : name;
  return [[name, as]];
}
