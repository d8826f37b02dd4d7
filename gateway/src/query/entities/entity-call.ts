import { type FieldNode, Kind, type SelectionSetNode, type VariableDefinitionNode } from "graphql";
import type { EntityFetch } from "../../plan/plan.ts";
import { RESERVED_PREFIX } from "../../reserved-names.ts";
import { type EntityBatch, absorbEntities, collectEntities, failEntities } from "./entity-batch.ts";
import { isObject } from "../answer/gathered.ts";
import { type EntityQuestion, entityQuestions } from "./entity-question.ts";
import { bodyStart, operationText, variableMembers } from "../operation/operation-text.ts";
import type { Run } from "../operation/run.ts";
import type { CallSetting } from "../operation/subgraph-call.ts";
import { failureOf, readAnswer } from "../answer/upstream-errors.ts";

/** Compiles the entity fetches that go out in one request, each under an alias of its own. */
export function compileEntityCall(
  setting: CallSetting,
  subgraph: string,
  fetches: readonly EntityFetch[],
): (run: Run) => Promise<void> {
  const questions = entityQuestions(setting, fetches);
  const variables = distinctVariables(fetches);
  const members = variableMembers(variables);
  const { places } = setting;
  const numbers = questions.map(({ paths }) => places.numbersOf(paths));
  const start = bodyStart(textOf(questions, variables));

  return async (run) => {
    const batches = questions.map((question, index) =>
      collectEntities(question, run.entities.at(places, numbers[index] ?? []), run),
    );
    if (batches.every(({ representations }) => representations.length === 0)) return;
    try {
      const body = `${start}${[...batches.map(representationMember), ...members(run.variables)].join(",")}}}`;
      const entities = batches.reduce((sum, { representations }) => sum + representations.length, 0);
      const answer = await run.send({ subgraph, operation: "query", body, entities });
      const { data, first } = readAnswer(answer, subgraph, run.failures);
      run.entities.forget();
      for (const [index, batch] of batches.entries())
        absorbEntities(batch, { entities: isObject(data) ? data[`e${index}`] : undefined, first, run });
    } catch (error) {
      const failure = failureOf(error, subgraph);
      for (const batch of batches) failEntities(batch, failure, run);
    }
  };
}

function representationMember({ representations }: EntityBatch, index: number): string {
  return `${JSON.stringify(listVariable(index))}:[${representations.join(",")}]`;
}

function distinctVariables(fetches: readonly EntityFetch[]): VariableDefinitionNode[] {
  const all = fetches.flatMap(({ variables }) => variables);
  return [...new Map(all.map((each) => [each.variable.name.value, each])).values()];
}

function textOf(questions: readonly EntityQuestion[], variables: readonly VariableDefinitionNode[]): string {
  const lists = questions.map((_, index) => representationsVariable(listVariable(index)));
  const selections = questions.map(({ asked }, index) => entitiesField(asked, index));
  return operationText({
    operation: "query",
    variables: [...lists, ...variables],
    selections: { kind: Kind.SELECTION_SET, selections },
  });
}

/** Reserved, so that it is never the name of a client's variable. */
function listVariable(index: number): string {
  return `${RESERVED_PREFIX}r${index}`;
}

function representationsVariable(name: string): VariableDefinitionNode {
  const any = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: "_Any" } } as const;
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
    type: {
      kind: Kind.NON_NULL_TYPE,
      type: { kind: Kind.LIST_TYPE, type: { kind: Kind.NON_NULL_TYPE, type: any } },
    },
  };
}

function entitiesField(asked: SelectionSetNode, index: number): FieldNode {
  return {
    kind: Kind.FIELD,
    alias: { kind: Kind.NAME, value: `e${index}` },
    name: { kind: Kind.NAME, value: "_entities" },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: "representations" },
        value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: listVariable(index) } },
      },
    ],
    selectionSet: asked,
  };
}
