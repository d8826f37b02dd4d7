import {
  FACTS,
  type FactName,
  readDeclarations,
  type VisibilityDeclarations,
} from "@maillon/schema/visibility";
import type { EntityClass } from "@mikro-orm/core";
import { parse } from "graphql";
import { getMetadataStorage } from "type-graphql";
import { everyRow, rowRuleOf } from "../database/row-rule.ts";
import { buildContract } from "../graphql/build-schema.ts";
import type { Subgraph } from "../subgraph.ts";
import { maskOf } from "./mask.ts";

/**
 * Refuses a subgraph with an entity whose values somebody may not read, but whose table is not masked, or whose mask
 * decides by other facts than the gateway. Filters and sorts would tell what the gateway hides.
 * @throws Error that says, for each such entity, what is missing and what to write.
 */
export function refuseUnmasked(subgraph: Subgraph): void {
  const declared = readDeclarations(parse(buildContract(subgraph)));
  const faults = subgraph.entities.flatMap((entity) => faultsOf(entity, declared));
  if (faults.length > 0)
    throw new Error(`The masks of ${subgraph.name} are not whole.\n${faults.join("\n")}`);
}

function faultsOf(entity: EntityClass<object>, declared: VisibilityDeclarations): string[] {
  const type = typeOf(entity);
  const mask = maskOf(entity);
  if (mask) return wrongFacts(entity, Object.keys(mask.facts), factsOf(type, declared));
  const secret = protectedIn(type, declared);
  if (secret.length > 0) return [forgottenMask(entity, secret, factsOf(type, declared))];
  const open = rowRuleOf(entity) === everyRow;
  return open ? [] : [forgottenMask(entity, ["its rows, by its @VisibleRows"], undefined)];
}

/** The GraphQL type that a class is at once; undefined for one that is stored only. */
function typeOf(entity: EntityClass<object>): string | undefined {
  return getMetadataStorage().objectTypes.find(({ target }) => target === entity)?.name;
}

function factsOf(type: string | undefined, { parties }: VisibilityDeclarations): FactName[] | undefined {
  const facts = parties.get(type ?? "")?.[0]?.facts;
  return facts && [...facts.keys()];
}

/** The protected fields of a type, each with its classes, as whoever wrote them knows them. */
function protectedIn(type: string | undefined, { classes }: VisibilityDeclarations): string[] {
  return [...classes].flatMap(([coordinate, declarations]) => {
    const secret = declarations.flatMap((each) => each.classes).filter((each) => each !== "PUBLIC");
    const within = coordinate === type || coordinate.startsWith(`${type}.`);
    return within && secret.length > 0 ? [`${coordinate} (${secret.join(", ")})`] : [];
  });
}

function forgottenMask(
  { name }: EntityClass<object>,
  secret: readonly string[],
  facts: readonly FactName[] = ["owner"],
): string {
  const columns = facts.map((fact) => `${fact}: { sql: "this.…", holds: "${holdingOf(fact)}" }`);
  return `${name} has no mask, but not everybody may read ${secret.join(", ")}. Write above the class, with the column or expression that holds each fact:
  @Masked({ rows: "<the class of the row itself>", facts: { ${columns.join(", ")} } })`;
}

function wrongFacts(
  { name }: EntityClass<object>,
  masked: readonly string[],
  declared: readonly FactName[] | undefined,
): string[] {
  if (declared === undefined) return [];
  const missing = declared.filter((fact) => !masked.includes(fact));
  const surplus = masked.filter((fact) => !declared.some((each) => each === fact));
  if (missing.length + surplus.length === 0) return [];
  const lacking = missing.map((fact) => `its mask has no ${fact}`);
  const extra = surplus.map((fact) => `its @Parties have no ${fact}`);
  return [
    `${name} is decided by different facts here and at the gateway: ${[...lacking, ...extra].join(", ")}. Name the same facts in @Masked and @Parties.`,
  ];
}

function holdingOf(fact: FactName): string {
  const { kind } = FACTS[fact];
  return kind === "flag" || kind === "count" ? kind : "one or many";
}
