import type { RootFetch } from "../../plan/plan.ts";
import { compileShape } from "../answer/compile-shape.ts";
import { placeOf } from "../entities/entity-places.ts";
import { isAbstractName } from "../answer/type-match.ts";
import type { Failure } from "../answer/failures.ts";
import { type GatheredObject, objectsAt } from "../answer/gathered.ts";
import { mergeObject } from "../answer/merge-object.ts";
import { bodyStart, operationText, variableMembers } from "./operation-text.ts";
import { projectObject } from "../answer/project-answer.ts";
import type { Run } from "./run.ts";
import type { CallSetting } from "./subgraph-call.ts";
import { failureOf, invalidAnswer, readAnswer } from "../answer/upstream-errors.ts";

/** Compiles a fetch from the root type of a subgraph. */
export function compileRootCall(
  { supergraph, entityPlaces, factsBehind }: CallSetting,
  fetch: RootFetch,
): (run: Run) => Promise<void> {
  const { schema } = supergraph;
  const { subgraph, operation, selections, renames } = fetch;
  const parent = (operation === "query" ? schema.getQueryType() : schema.getMutationType())?.name ?? "";
  const shape = compileShape(schema, {
    selections,
    parent,
    renames,
    places: [placeOf(fetch.path)],
    entityPlaces,
    factsBehind,
  });
  const keys = shape.fieldsFor(undefined)?.fields.map(({ to }) => to) ?? [];
  const start = bodyStart(operationText({ operation, variables: fetch.variables, selections }));
  const members = variableMembers(fetch.variables);
  const invalid = invalidAnswer(subgraph);
  const isAbstract = isAbstractName(schema);

  return async (run) => {
    const targets = objectsAt([run.root], fetch.path);
    if (targets.size === 0) return;
    const fail = (failure: Failure): void => {
      for (const target of targets) for (const key of keys) run.failures.add(target, key, failure);
    };
    try {
      const body = `${start}${members(run.variables).join(",")}}}`;
      absorb(await run.send({ subgraph, operation, body }), { run, targets, fail });
    } catch (error) {
      fail(failureOf(error, subgraph));
    }
  };

  function absorb(answer: unknown, { run, targets, fail }: Absorption): void {
    const { failures, equals } = run;
    run.entities.forget();
    const { data, first } = readAnswer(answer, subgraph, failures);
    const projected = projectObject(data, shape, { failures, equals, invalid });
    if (!projected) fail(first ?? invalid("the answer holds no data"));
    else for (const target of targets) mergeObject(target, projected, { failures, isAbstract });
  }
}

interface Absorption {
  readonly run: Run;
  readonly targets: Iterable<GatheredObject>;
  readonly fail: (failure: Failure) => void;
}
