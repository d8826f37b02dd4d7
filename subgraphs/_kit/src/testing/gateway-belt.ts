import { declaredFacts } from "./declared-facts.ts";
import type { BeltQuestion, Worn } from "./worn.ts";

/** What the gateway lets a viewer read, by the facts that she is given: the classes of each object, sorted. */
export function gatewayBelt({
  subgraph,
  opened,
  agreements,
}: Worn): (question: BeltQuestion) => Promise<string[]> {
  const { selectionOf, readableOn } = declaredFacts(subgraph, agreements);
  return async ({ type, viewer, query, variables, classes }) => {
    const { data, errors } = await opened.ask(
      viewer,
      query(`belt: __typename ${selectionOf(type)}`),
      variables,
    );
    if (errors) throw new Error(`Objects of type ${type} cannot be reached: ${JSON.stringify(errors)}`);
    return objectsIn(data, type)
      .map((values) => readableOn({ type, values }, viewer, classes).join(" "))
      .toSorted();
  };
}

/** The objects of a type, wherever they are in an answer. */
function objectsIn(value: unknown, type: string): object[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap((each: unknown) => objectsIn(each, type));
  return "belt" in value && value.belt === type ? [value, ...inner] : inner;
}
