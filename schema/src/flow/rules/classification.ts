import { DATA_CLASSES, isDataClass } from "../../data-class.ts";
import { classesOn, isIdentity, type Chain } from "../chain.ts";
import type { ContractField, ContractGraph, ContractType } from "../contract-graph.ts";
import type { Finding } from "../finding.ts";

/** UNKNOWN_CLASS, UNCLASSIFIED and NULLABLE: what every field of a protected type must say about itself. */
export function classifications(chain: Chain): Finding[] {
  return chain.graphs.flatMap((graph) =>
    [...graph.types.values()].flatMap((type) => [
      ...unknownClasses(graph, type.name, type.classes),
      ...[...type.fields.values()].flatMap((field) => [
        ...unknownClasses(graph, field.coordinate, field.classes),
        ...unclassified(chain, graph, { type, field }),
        ...laxerThanInterface(chain, graph, { type, field }),
        ...notNullable(chain, graph, { type, field }),
      ]),
    ]),
  );
}

interface Place {
  readonly type: ContractType;
  readonly field: ContractField;
}

function unknownClasses({ name }: ContractGraph, coordinate: string, classes: readonly string[]): Finding[] {
  return classes
    .filter((each) => !isDataClass(each))
    .map((each) => ({
      rule: "UNKNOWN_CLASS",
      subgraph: name,
      coordinate,
      message: `"${each}" is no data class. Use one of ${DATA_CLASSES.join(", ")}.`,
    }));
}

function unclassified(chain: Chain, { name }: ContractGraph, { type, field }: Place): Finding[] {
  if (field.external || field.classes.length + type.classes.length > 0 || isIdentity(type, field)) return [];
  // The type may get its parties from another company's contract: its fields here are no less closed.
  if (!chain.graphs.some((graph) => (graph.types.get(type.name)?.parties.length ?? 0) > 0)) return [];
  const message = `${type.name} has parties, so that this field needs @visible; class: "PUBLIC" says that everybody may read it.`;
  return [{ rule: "UNCLASSIFIED", subgraph: name, coordinate: field.coordinate, message }];
}

/** Decisions are made by the object's own type, so that a class on an interface alone protects nothing. */
function laxerThanInterface(chain: Chain, { name }: ContractGraph, { type, field }: Place): Finding[] {
  if (field.external) return [];
  const own = new Set(classesOn(type, field));
  return type.interfaces.flatMap((each) => {
    const promised = chain.graphs.flatMap((graph) => {
      const declaring = graph.types.get(each);
      const declared = declaring?.fields.get(field.node.name.value);
      return declaring && declared ? classesOn(declaring, declared) : [];
    });
    const missing = [...new Set(promised)].filter((dataClass) => !own.has(dataClass));
    if (missing.length === 0) return [];
    const message = `${each}.${field.node.name.value} is ${missing.join(", ")}, and this field implements it. Give it the same @visible.`;
    return [
      { rule: "UNCLASSIFIED", subgraph: name, coordinate: field.coordinate, message, classes: missing },
    ];
  });
}

function notNullable(chain: Chain, { name }: ContractGraph, { type, field }: Place): Finding[] {
  const { coordinate, returns, external } = field;
  if (external || !returns.nonNull) return [];
  const own = field.classes.filter((each) => each !== "PUBLIC");
  // A refused object leaves a list; a single one leaves a null where it would stand.
  const returned = returns.list ? [] : objectClasses(chain, returns.name);
  if (own.length > 0 && !isIdentity(type, field)) {
    const message =
      "A protected field must be nullable: refusing it would otherwise take its whole object away. Drop the `!`.";
    return [{ rule: "NULLABLE", subgraph: name, coordinate, message, classes: classesOn(type, field) }];
  }
  if (returned.length === 0 || type.classes.length > 0) return [];
  const message = `${returns.name} is protected as a whole, so that a field that returns one must be nullable. Drop the \`!\`.`;
  return [{ rule: "NULLABLE", subgraph: name, coordinate, message, classes: returned }];
}

function objectClasses({ graphs }: Chain, typeName: string): string[] {
  const classes = graphs.flatMap((graph) => graph.types.get(typeName)?.classes ?? []);
  return [...new Set(classes)].filter((each) => each !== "PUBLIC");
}
