import {
  FACT_NAMES,
  FACTS,
  type FactName,
  readDeclarations,
  type VisibilityDeclarations,
} from "@maillon/schema/visibility";
import type { EntityClass } from "@mikro-orm/core";
import { parse } from "graphql";
import { everyRow, rowRuleOf } from "../database/row-rule.ts";
import { buildContract } from "../graphql/build-schema.ts";
import { objectTypeOf } from "../graphql/object-type-of.ts";
import type { Subgraph } from "../subgraph.ts";
import { maskOf } from "./mask.ts";

/**
 * What the entities of a subgraph lack to be kept from those who may not read them: parties, a mask over the
 * same facts, a row rule. Without a mask, filters and sorts would tell what the gateway hides. Each fault
 * says what to write.
 */
export function unmaskedFaults(subgraph: Subgraph): string[] {
  const declared = readDeclarations(parse(buildContract(subgraph)));
  return subgraph.entities.flatMap((entity) => [...faultsOf(entity, declared), ...ruleFaults(entity)]);
}

function faultsOf(entity: EntityClass<object>, declared: VisibilityDeclarations): string[] {
  const type = objectTypeOf(entity);
  const mask = maskOf(entity);
  const secret = protectedIn(type, declared);
  const facts = factsOf(type, declared);
  const known = mask ? FACT_NAMES.filter((fact) => mask.facts[fact] !== undefined) : facts;
  return [
    ...(secret.length > 0 && !facts ? [forgottenParties(entity, known)] : []),
    ...(mask ? wrongFacts(entity, known ?? [], facts) : []),
    ...(!mask && secret.length > 0 ? [forgottenMask(entity, secret, facts)] : []),
    ...(!mask && secret.length === 0 && isRestricted(entity)
      ? [forgottenMask(entity, ["its rows, by its @VisibleRows"], facts)]
      : []),
  ];
}

/** Whether a table without a mask shows its rows to some only. */
function isRestricted(entity: EntityClass<object>): boolean {
  const rule = rowRuleOf(entity);
  return rule !== undefined && rule !== everyRow;
}

function ruleFaults(entity: EntityClass<object>): string[] {
  if (rowRuleOf(entity)) return [];
  return [
    `${entity.name} has no row rule. Write above the class which of its rows may concern a viewer, or everyRow if they are everybody's:
  @VisibleRows((row, viewer) => \`\${row}.<column> = \${viewer.organization}\`)`,
  ];
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

function forgottenParties({ name }: EntityClass<object>, facts: readonly FactName[] = ["owner"]): string {
  const named = facts.map((fact) => `${fact}: "<field>"`).join(", ");
  return `${name} has protected fields and does not say whose it is. Write above the class, with the fields of this subgraph that hold the facts, or paths such as "order.seller":
  @Parties({ ${named} })`;
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
  masked: readonly FactName[],
  declared: readonly FactName[] | undefined,
): string[] {
  if (declared === undefined) return [];
  const missing = declared.filter((fact) => !masked.includes(fact));
  const surplus = masked.filter((fact) => !declared.includes(fact));
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
