import type { EntityQuestion } from "./entity-question.ts";
import type { Failure } from "./failures.ts";
import { type GatheredObject, objectsAt } from "./gathered.ts";
import { mergeObject } from "./merge-object.ts";
import { projectObject } from "./project-answer.ts";
import type { Run } from "./run.ts";
import { invalidAnswer } from "./upstream-errors.ts";

/** The distinct representations for one question, and which objects wait for which of them. */
export interface EntityBatch {
  readonly question: EntityQuestion;
  /** JSON texts, none twice. */
  readonly representations: readonly string[];
  readonly waiting: readonly Waiting[];
}

interface Waiting {
  readonly object: GatheredObject;
  /** Index into the representations. */
  readonly index: number;
}

/** Finds the objects that a question is about and represents each of them once. */
export function collectEntities(question: EntityQuestion, run: Run): EntityBatch {
  const indexes = new Map<string, number>();
  const waiting: Waiting[] = [];
  for (const object of objectsOf(question, run)) {
    if (question.echo.keyless(object)) continue;
    const text = question.represent(object);
    if (text === undefined) {
      passOnFailure(question, object, run);
      continue;
    }
    const index = indexes.get(text) ?? indexes.size;
    indexes.set(text, index);
    waiting.push({ object, index });
  }
  return { question, representations: [...indexes.keys()], waiting };
}

function objectsOf({ paths, subgraph }: EntityQuestion, { root, admits }: Run): Iterable<GatheredObject> {
  const [path = [], ...others] = paths;
  const objects = objectsAt([root], path);
  for (const other of others) for (const object of objectsAt([root], other)) objects.add(object);
  return admits ? [...objects].filter((object) => admits(object, subgraph)) : objects;
}

/** What cannot be asked because its input failed fails for the same reason. */
function passOnFailure(question: EntityQuestion, object: GatheredObject, { failures }: Run): void {
  const failure = failures.of(object);
  if (failure) failObject(question, object, { failure, failures });
}

interface Received {
  /** What the subgraph answered under the question's alias. */
  readonly entities: unknown;
  /** The first error of the answer; it stands for a list that is not there. */
  readonly first: Failure | undefined;
  readonly run: Run;
}

/**
 * Adds the entities that a subgraph answered to the objects that wait for them. Unless every one of them has the type and the key
 * that was asked for, none is used: an answer that is wrong once is not to be trusted for the rest.
 */
export function absorbEntities(batch: EntityBatch, { entities, first, run }: Received): void {
  const { question, representations, waiting } = batch;
  if (representations.length === 0) return;
  const invalid = invalidAnswer(question.subgraph);
  if (!Array.isArray(entities) || entities.length !== representations.length) {
    failEntities(
      batch,
      first ?? invalid("_entities is not a list with one entry for each representation"),
      run,
    );
    return;
  }
  const projected = entities.map((entity: unknown) =>
    entity === null ? null : projectObject(entity, question.shape, { failures: run.failures, invalid }),
  );
  const wrong = findMismatch(batch, projected);
  if (wrong !== undefined) {
    failEntities(batch, invalid(wrong), run);
    return;
  }
  const merging = { failures: run.failures, isAbstract: question.isAbstract };
  for (const { object, index } of waiting) {
    const entity = projected[index];
    if (entity) mergeObject(object, entity, merging);
    else failMissing(question, object, { failure: run.failures.at(entities, index), failures: run.failures });
  }
}

function findMismatch(
  { question, waiting }: EntityBatch,
  projected: readonly (GatheredObject | null | undefined)[],
): string | undefined {
  for (const { object, index } of waiting) {
    const entity = projected[index];
    if (entity === null) continue;
    const wrong = entity ? question.echo.mismatch(object, entity) : "an entity is no object of the type";
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** Fails every object of a batch. */
export function failEntities({ question, waiting }: EntityBatch, failure: Failure, { failures }: Run): void {
  for (const { object } of waiting) failObject(question, object, { failure, failures });
}

/** A subgraph that does not know an entity answers null without an error, and so do we. */
function failMissing(
  question: EntityQuestion,
  object: GatheredObject,
  { failure, failures }: { readonly failure: Failure | undefined; readonly failures: Run["failures"] },
): void {
  if (failure) failObject(question, object, { failure, failures });
}

function failObject(
  { shape }: EntityQuestion,
  object: GatheredObject,
  { failure, failures }: { readonly failure: Failure; readonly failures: Run["failures"] },
): void {
  for (const { to } of shape.fieldsFor(object["__typename"])?.fields ?? [])
    if (object[to] === undefined || object[to] === null) failures.add(object, to, failure);
}
