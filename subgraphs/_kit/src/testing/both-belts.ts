import { DATA_CLASSES, type DataClass, type Viewer } from "@maillon/schema";
import type { AgreementsInForce } from "@maillon/schema/policy";
import { readDeclarations, type VisibilityDeclarations } from "@maillon/schema/visibility";
import type { EntityClass } from "@mikro-orm/core";
import { parse } from "graphql";
import { type Client, escapeIdentifier } from "pg";
import { getMetadataStorage } from "type-graphql";
import { roleNameOf } from "../database/plain-role.ts";
import { sessionVariables } from "../database/session-variables.ts";
import { withClient } from "../database/with-client.ts";
import { buildContract } from "../graphql/build-schema.ts";
import { plansFor } from "../mask/make-masks.ts";
import { type MaskPlan, rowsFor } from "../mask/mask-view.ts";
import { maskOf } from "../mask/mask.ts";
import type { Subgraph } from "../subgraph.ts";
import { type DeclaredFacts, declaredFacts } from "./declared-facts.ts";
import type { TestSubgraph } from "./open-test-subgraph.ts";

/** What a viewer may read of all objects of a type that she finds: the classes of each object, in no certain order. */
export interface BothBelts {
  /** By the mask: the facts in the tables. */
  readonly owner: readonly string[];
  /** As the gateway decides: the facts that the viewer is given of the objects. */
  readonly gateway: readonly string[];
}

/** A question that reaches all objects of a type. */
export interface Reaching {
  readonly type: string;
  readonly viewer: Viewer;
  /** The whole query; `facts` is what to select on each object. */
  readonly query: (facts: string) => string;
  readonly variables?: Record<string, unknown>;
}

/** A subgraph whose two belts are compared, with the agreements that it was opened with. */
export interface Worn {
  readonly subgraph: Subgraph;
  readonly opened: TestSubgraph;
  readonly agreements: AgreementsInForce;
}

/**
 * Prepares to ask twice what a viewer may read of a type's objects. The owner's mask and the gateway must agree: where
 * the gateway shows less, it hides what is due; where it would show more, one belt alone holds.
 */
export async function bothBelts(worn: Worn): Promise<(reaching: Reaching) => Promise<BothBelts>> {
  const { subgraph, opened, agreements } = worn;
  const facts = declaredFacts(subgraph, agreements);
  const { classes } = readDeclarations(parse(buildContract(subgraph)));
  const { plans } = await withClient(opened.ownerUrl, (client) => plansFor(client, subgraph.entities));
  const entities = subgraph.entities.filter((entity) => maskOf(entity) !== undefined);
  return async (reaching) => {
    const asked = { ...reaching, classes: protectedClasses(classes, reaching.type) };
    const plan = plans[entities.findIndex((entity) => typeOf(entity) === reaching.type)];
    if (plan === undefined) throw new Error(`${reaching.type} has no mask.`);
    return { owner: await byMask(worn, plan, asked), gateway: await byFacts(worn, facts, asked) };
  };
}

/** The types that both belts decide on: those with a mask and parties. A test that compares them must ask for each. */
export function beltedTypes(subgraph: Subgraph): string[] {
  const { parties } = readDeclarations(parse(buildContract(subgraph)));
  return subgraph.entities
    .filter((entity) => maskOf(entity) !== undefined)
    .flatMap((entity) => typeOf(entity) ?? [])
    .filter((type) => parties.has(type))
    .toSorted();
}

interface Asked extends Reaching {
  readonly classes: readonly DataClass[];
}

function typeOf(entity: EntityClass<object>): string | undefined {
  return getMetadataStorage().objectTypes.find(({ target }) => target === entity)?.name;
}

function protectedClasses(declared: VisibilityDeclarations["classes"], type: string): DataClass[] {
  const named = new Set(
    [...declared].flatMap(([coordinate, each]) =>
      coordinate.split(".")[0] === type ? each.flatMap(({ classes }) => classes) : [],
    ),
  );
  return DATA_CLASSES.filter((each) => each !== "PUBLIC" && named.has(each));
}

async function byFacts(
  { opened }: Worn,
  { selectionOf, readableOn }: DeclaredFacts,
  { type, viewer, query, variables, classes }: Asked,
): Promise<string[]> {
  const { data, errors } = await opened.ask(
    viewer,
    query(`belt: __typename ${selectionOf(type)}`),
    variables,
  );
  if (errors) throw new Error(`The objects cannot be reached: ${JSON.stringify(errors)}`);
  return objectsIn(data, type)
    .map((values) => readableOn({ type, values }, viewer, classes).join(" "))
    .toSorted();
}

/** The objects of a type, wherever they are in an answer. */
function objectsIn(value: unknown, type: string): object[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap((each: unknown) => objectsIn(each, type));
  return "belt" in value && value.belt === type ? [value, ...inner] : inner;
}

async function byMask(
  { opened, agreements }: Worn,
  plan: MaskPlan,
  { viewer, classes }: Asked,
): Promise<string[]> {
  const readable = await withClient(opened.ownerUrl, async (client) => {
    await becomeViewer(client, sessionVariables(viewer, agreements));
    const columns = classes.map((each) => `may.${escapeIdentifier(each)}`).join(", ");
    const { rows } = await client.query<Record<string, boolean>>(
      `select ${columns} ${rowsFor(plan, classes)}`,
    );
    return rows.map((row) => classes.filter((each) => row[each]).join(" "));
  });
  return readable.toSorted();
}

/** Reads as the masked views do, in whose database others' rows are hidden as well. */
export async function becomeViewer(
  client: Client,
  variables: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, value] of Object.entries(variables)) {
    await client.query("select set_config($1, $2, false)", [name, value]);
  }
  const { rows } = await client.query<{ role: string }>(
    "select pg_get_userbyid(nspowner) as role from pg_namespace where nspname = 'masked'",
  );
  await client.query(`set role ${escapeIdentifier(rows[0]?.role ?? (await roleNameOf(client, "mask")))}`);
}
