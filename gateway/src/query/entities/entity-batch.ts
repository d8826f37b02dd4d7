import type { EntityQuestion } from "./entity-question.ts";
import type { Failure } from "../answer/failures.ts";
import type { GatheredObject } from "../answer/gathered.ts";
import { mergeObject } from "../answer/merge-object.ts";
import { projectObject } from "../answer/project-answer.ts";
import type { Run } from "../operation/run.ts";
import { valueTrie } from "./value-trie.ts";
import { invalidAnswer } from "../answer/upstream-errors.ts";

/** The distinct representations for one question, and which objects wait for which of them. */
export interface EntityBatch {
  readonly question: EntityQuestion;
  /** JSON texts, none twice. */
  readonly representations: readonly string[];
  /** For each representation the objects that it stands for; what is found out about the first holds for the others. */
  readonly waiting: readonly (readonly GatheredObject[])[];
}

/** Represents each of the objects that a question is about once. */
export function collectEntities(
  question: EntityQuestion,
  objects: Iterable<GatheredObject>,
  run: Run,
): EntityBatch {
  const known = valueTrie<GatheredObject[]>();
  const byText = new Map<string, GatheredObject[]>();
  const { values } = question;
  const { admits, follows } = run;
  for (const object of objects) {
    if (admits && !admits(object, question.subgraph)) continue;
    let waiting = known.get(object, values);
    if (!waiting) {
      waiting = represent(question, object, { byText, follows });
      if (waiting) known.set(object, values, waiting);
      else passOnFailure(question, object, run);
    }
    waiting?.push(object);
  }
  return { question, representations: [...byText.keys()], waiting: [...byText.values()] };
}

/**
 * The objects with the same representation, which is written if nothing simpler tells it; undefined if there
 * is none.
 */
function represent(
  { echo, represent: write }: EntityQuestion,
  object: GatheredObject,
  { byText, follows }: { byText: Map<string, GatheredObject[]>; follows: Run["follows"] },
): GatheredObject[] | undefined {
  if (echo.keyless(object)) return undefined;
  const text = write(object, follows);
  if (text === undefined) return undefined;
  let waiting = byText.get(text);
  if (!waiting) byText.set(text, (waiting = []));
  return waiting;
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
 * Adds the entities that a subgraph answered to the objects that wait for them. Unless every one of them has
 * the type and the key that was asked for, none is used: an answer that is wrong once is not to be trusted
 * for the rest.
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
  const { failures, equals } = run;
  const projected = entities.map((entity: unknown) =>
    entity === null ? null : projectObject(entity, question.shape, { failures, equals, invalid }),
  );
  const wrong = findMismatch(batch, projected);
  if (wrong !== undefined) {
    failEntities(batch, invalid(wrong), run);
    return;
  }
  const merging = { failures, isAbstract: question.isAbstract };
  for (const [index, objects] of waiting.entries()) {
    const entity = projected[index];
    if (entity) for (const object of objects) mergeObject(object, entity, merging);
    else failMissing(question, objects, { failure: failures.at(entities, index), failures });
  }
}

function findMismatch(
  { question, waiting }: EntityBatch,
  projected: readonly (GatheredObject | null | undefined)[],
): string | undefined {
  for (const [index, [object]] of waiting.entries()) {
    const entity = projected[index];
    if (entity === null || !object) continue;
    const wrong = entity ? question.echo.mismatch(object, entity) : "an entity is no object of the type";
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** Fails every object of a batch. */
export function failEntities({ question, waiting }: EntityBatch, failure: Failure, { failures }: Run): void {
  for (const object of waiting.flat()) failObject(question, object, { failure, failures });
}

/** A subgraph that does not know an entity answers null without an error, and so do we. */
function failMissing(
  question: EntityQuestion,
  objects: readonly GatheredObject[],
  { failure, failures }: { readonly failure: Failure | undefined; readonly failures: Run["failures"] },
): void {
  if (failure) for (const object of objects) failObject(question, object, { failure, failures });
}

function failObject(
  { shape }: EntityQuestion,
  object: GatheredObject,
  { failure, failures }: { readonly failure: Failure; readonly failures: Run["failures"] },
): void {
  for (const { to } of shape.fieldsFor(object["__typename"])?.fields ?? [])
    if (object[to] === undefined || object[to] === null) failures.add(object, to, failure);
}
