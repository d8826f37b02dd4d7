import type { AnswerShape, ShapeField, ShapeFields } from "./answer-shape.ts";
import type { EqualObjects } from "../entities/equal-objects.ts";
import { lendFacts } from "./fact-loans.ts";
import type { Failure, Failures } from "./failures.ts";
import { type GatheredObject, isObject } from "./gathered.ts";

/** Where projecting notes what it had to refuse. */
export interface Projection {
  readonly failures: Failures;
  readonly equals: EqualObjects;
  readonly invalid: (detail: string) => Failure;
}

/**
 * Reduces what a partner sent to what it was asked for: fields that nobody selected disappear, values of the wrong type
 * become null with a failure. Works in place and returns the object, or a copy where keys had to go or change, or
 * the equal object that stands for it; undefined when the value is no object that could stand here.
 */
export function projectObject(
  value: unknown,
  shape: AnswerShape,
  projection: Projection,
): GatheredObject | undefined {
  if (!isObject(value)) return undefined;
  const allowed = shape.fieldsFor(value["__typename"]);
  if (!allowed) return undefined;
  let known = 0;
  for (const field of allowed.fields) {
    const found = readField(value, field);
    if (found === undefined) continue;
    known += 1;
    if (found === null) continue;
    const projected = projectValue(found, field, { lists: field.lists, projection });
    if (projected === undefined) refuse(value, field.key, projection);
    else if (projected !== found) value[field.key] = projected;
  }
  const projected =
    allowed.renamed || known < countKeys(value) ? copyAllowed(value, allowed, projection.failures) : value;
  for (const loan of allowed.loans) lendFacts(projected, loan, projection.failures);
  return shape.entities ? withoutEqual(projected, allowed, projection) : projected;
}

/** An object that lost a value to an error is no other one's equal. */
function withoutEqual(
  object: GatheredObject,
  fields: ShapeFields,
  { failures, equals }: Projection,
): GatheredObject {
  return fields.leaves && !failures.of(object) ? equals.firstOf(object, fields) : object;
}

function readField(object: GatheredObject, { key, inherited }: ShapeField): unknown {
  return inherited && !Object.hasOwn(object, key) ? undefined : object[key];
}

interface Nesting {
  /** How many lists are still around the value. */
  readonly lists: number;
  readonly projection: Projection;
}

/** What may stand in the place of a value that is not null; undefined if nothing may. */
function projectValue(value: unknown, field: ShapeField, nesting: Nesting): unknown {
  if (nesting.lists > 0) return projectList(value, field, nesting);
  if ("object" in field.content) return projectObject(value, field.content.object, nesting.projection);
  return field.content.leaf(value) ? value : undefined;
}

function projectList(value: unknown, field: ShapeField, { lists, projection }: Nesting): unknown {
  if (!Array.isArray(value)) return undefined;
  const inside = { lists: lists - 1, projection };
  for (let index = 0; index < value.length; index += 1) {
    const found: unknown = value[index];
    if (found === null) continue;
    const projected = projectValue(found, field, inside);
    if (projected === undefined) refuse(value, index, projection);
    else if (projected !== found) value[index] = projected;
  }
  return value;
}

function refuse<Key extends string | number>(
  container: { [key in Key]: unknown },
  key: Key,
  { failures, invalid }: Projection,
): void {
  container[key] = null;
  failures.add(container, key, invalid(`what lies at "${key}" is not of the type that was asked for`));
}

/**
 * What JSON was parsed to inherits nothing that is enumerable, so that asking for each key whether it is its
 * own is not needed.
 */
function countKeys(object: GatheredObject): number {
  let count = 0;
  for (const _ in object) count += 1;
  return count;
}

function copyAllowed(from: GatheredObject, { fields }: ShapeFields, failures: Failures): GatheredObject {
  const copy: GatheredObject = {};
  for (const field of fields) {
    const value = readField(from, field);
    if (value === undefined) continue;
    copy[field.to] = value;
    const failure = failures.at(from, field.key);
    if (failure) failures.add(copy, field.to, failure);
  }
  return copy;
}
