import type { EntityQuestion } from "./entity-question.ts";
import type { Failure } from "./failures.ts";
import type { GatheredObject } from "./gathered.ts";
import { mergeObject } from "./merge-object.ts";
import { projectObject } from "./project-answer.ts";
import type { Run } from "./run.ts";
import { valueTrie } from "./value-trie.ts";
import { invalidAnswer } from "./upstream-errors.ts";

/** The distinct representations for one question, and which objects wait for which of them. */
export interface EntityBatch {
  readonly question: EntityQuestion;
  /** JSON texts, none twice. */
  readonly representations: readonly string[];
  /** The first object that each representation stands for: what is found out about it holds for the others. */
  readonly represented: readonly GatheredObject[];
  readonly waiting: readonly Waiting[];
}

interface Waiting {
  readonly object: GatheredObject;
  /** Index into the representations. */
  readonly index: number;
}

/** Represents each of the objects that a question is about once. */
export function collectEntities(
  question: EntityQuestion,
  objects: Iterable<GatheredObject>,
  run: Run,
): EntityBatch {
  const indexes = new Map<string, number>();
  const known = valueTrie();
  const { values } = question;
  const represented: GatheredObject[] = [];
  const waiting: Waiting[] = [];
  const { admits } = run;
  for (const object of objects) {
    if (admits && !admits(object, question.subgraph)) continue;
    let index = known.get(object, values);
    if (index === undefined) {
      index = represent(question, object, { indexes, represented });
      if (index === undefined) passOnFailure(question, object, run);
      else known.set(object, values, index);
    }
    if (index !== undefined) waiting.push({ object, index });
  }
  return { question, representations: [...indexes.keys()], represented, waiting };
}

/** The index of an object's representation, written if no object had the same one; undefined if it has none. */
function represent(
  { echo, represent: write }: EntityQuestion,
  object: GatheredObject,
  { indexes, represented }: { indexes: Map<string, number>; represented: GatheredObject[] },
): number | undefined {
  if (echo.keyless(object)) return undefined;
  const text = write(object);
  if (text === undefined) return undefined;
  let index = indexes.get(text);
  if (index === undefined) {
    index = represented.push(object) - 1;
    indexes.set(text, index);
  }
  return index;
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
  { question, represented }: EntityBatch,
  projected: readonly (GatheredObject | null | undefined)[],
): string | undefined {
  for (const [index, object] of represented.entries()) {
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
