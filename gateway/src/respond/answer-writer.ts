import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { type GatheredObject, isObject } from "../query/gathered.ts";
import { typeMatches } from "../query/type-match.ts";
import { type AnswerPath, type Writing, pathAt } from "./writing.ts";
import type { FieldDecision, Guard } from "./guard.ts";
import { leafWriterFor } from "./leaf-writer.ts";

/** Writes a value that is not null as JSON text; undefined when it cannot be written and must become null. */
type ValueWriter<Context> = (value: unknown, writing: Writing<Context>) => string | undefined;

/** Writes one object. */
type ObjectWriter<Context> = (object: GatheredObject, writing: Writing<Context>) => string | undefined;

/** Writes the text of one answer; undefined when a null reached the root. */
export type AnswerWriter<Context> = (root: GatheredObject, writing: Writing<Context>) => string | undefined;

/** What a writer is compiled from. */
export interface AnswerWriterOptions<Context> {
  readonly apiSchema: GraphQLSchema;
  /** The root type of the operation. */
  readonly rootType: GraphQLObjectType;
  readonly selections: SelectionSetNode;
  /** The key under which a selected field lies in the gathered data. */
  readonly keyOf: (field: FieldNode) => string;
  readonly guard: Guard<Context> | undefined;
  /** Writes the value of a root field that the gateway answers itself, `__schema` or `__type`. */
  readonly introspect: (field: FieldNode, writing: Writing<Context>) => string;
}

/**
 * Compiles the writer of one operation's answer. It walks the gathered data once: it takes only what the client selected,
 * in the client's order and under the client's names, decides what this viewer may not see, lets nulls
 * rise to the nearest field that allows them, and gives every error the path the client knows.
 */
export function answerWriter<Context>(options: AnswerWriterOptions<Context>): AnswerWriter<Context> {
  const compiler = new Compiler(options);
  const fields = compiler.fieldsOf([options.selections], options.rootType.name, []);
  return (root, writing) => writeFields(root, fields, writing);
}

/** Stands for an object that the viewer may not know of; no JSON text is empty. */
const REFUSED_OBJECT = "";

interface FieldWriter<Context> {
  /** The response key as it is written, with what separates it from the field before. */
  readonly start: string;
  readonly key: string;
  readonly path: AnswerPath;
  readonly nonNull: boolean;
  readonly write: ValueWriter<Context>;
  /** For fields whose value does not come from the gathered data. */
  readonly constant: ((writing: Writing<Context>) => string) | undefined;
  readonly decision: FieldDecision<Context> | undefined;
}

function writeFields<Context>(
  object: GatheredObject,
  fields: readonly FieldWriter<Context>[],
  writing: Writing<Context>,
): string | undefined {
  let text = "{";
  for (const field of fields) {
    const value = field.constant ? field.constant(writing) : writeField(object, field, writing);
    if (value === undefined && field.nonNull) return undefined;
    text += field.start + (value ?? "null");
  }
  return `${text}}`;
}

function writeField<Context>(
  object: GatheredObject,
  field: FieldWriter<Context>,
  writing: Writing<Context>,
): string | undefined {
  const { decision, path, key } = field;
  if (decision && !decision(object, writing.context, () => pathAt(path, writing.indexes))) return undefined;
  const value = object[key];
  if (value !== null && value !== undefined) {
    const written = field.write(value, writing);
    return written === REFUSED_OBJECT ? undefined : written;
  }
  writing.explainNull({ container: object, key, path, nonNull: field.nonNull });
  return undefined;
}

class Compiler<Context> {
  private readonly options: AnswerWriterOptions<Context>;

  constructor(options: AnswerWriterOptions<Context>) {
    this.options = options;
  }

  /** The writers for objects of one type; `type` may be an interface when nothing more exact is known of an object. */
  fieldsOf(sets: readonly SelectionSetNode[], type: string, path: AnswerPath): FieldWriter<Context>[] {
    const groups = new Map<string, FieldNode[]>();
    for (const set of sets) this.collect(set, type, groups);
    return [...groups].flatMap(([responseKey, [first, ...others]], index) => {
      if (!first) return [];
      const start = `${index > 0 ? "," : ""}${JSON.stringify(responseKey)}:`;
      return [this.field([first, ...others], { type, start, path: [...path, responseKey] })];
    });
  }

  private collect(set: SelectionSetNode, type: string, into: Map<string, FieldNode[]>): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const responseKey = (selection.alias ?? selection.name).value;
        into.set(responseKey, [...(into.get(responseKey) ?? []), selection]);
      } else if (
        selection.kind === Kind.INLINE_FRAGMENT &&
        typeMatches(this.options.apiSchema, type, selection.typeCondition?.name.value)
      )
        this.collect(selection.selectionSet, type, into);
    }
  }

  private field(
    nodes: readonly [FieldNode, ...FieldNode[]],
    { type, start, path }: { type: string; start: string; path: AnswerPath },
  ): FieldWriter<Context> {
    const [node] = nodes;
    const key = this.options.keyOf(node);
    const own = { start, key, path, constant: this.constant(node, type) };
    if (node.name.value.startsWith("__"))
      return { ...own, nonNull: true, decision: undefined, write: (value) => JSON.stringify(value) };
    const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
    const fieldType = this.typeOf(type, node.name.value);
    return {
      ...own,
      nonNull: isNonNullType(fieldType),
      decision: this.options.guard?.decisionFor(type, node.name.value),
      write: this.value(fieldType, { sets, path, nonNull: false }),
    };
  }

  private constant(node: FieldNode, type: string): FieldWriter<Context>["constant"] {
    const { apiSchema, introspect } = this.options;
    const name = node.name.value;
    if (name === "__typename")
      return isObjectType(apiSchema.getType(type)) ? () => JSON.stringify(type) : undefined;
    return name.startsWith("__") ? (writing) => introspect(node, writing) : undefined;
  }

  private typeOf(parent: string, field: string): GraphQLOutputType {
    const type = this.options.apiSchema.getType(parent);
    const found = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
    if (!found) throw new Error(`${parent} has no field ${field}`);
    return found.type;
  }

  private value(
    type: GraphQLOutputType,
    inside: { sets: readonly SelectionSetNode[]; path: AnswerPath; nonNull: boolean },
  ): ValueWriter<Context> {
    if (isNonNullType(type)) return this.value(type.ofType, { ...inside, nonNull: true });
    if (isListType(type)) return this.list(type.ofType, inside);
    const { path, sets } = inside;
    if (isLeafType(type)) return leafWriterFor(type, inside);
    return isObjectType(type) ? this.object(type.name, sets, path) : this.abstract(type.name, inside);
  }

  private list(
    element: GraphQLOutputType,
    { sets, path }: { sets: readonly SelectionSetNode[]; path: AnswerPath },
  ): ValueWriter<Context> {
    const slot = path.filter((step) => typeof step === "number").length;
    const inside = [...path, slot];
    const write = this.value(element, { sets, path: inside, nonNull: false });
    const nonNull = isNonNullType(element);
    return (values, writing) => {
      if (!Array.isArray(values)) return writing.refuse(path);
      const texts: string[] = [];
      for (let index = 0; index < values.length; index += 1) {
        writing.indexes[slot] = texts.length;
        const value: unknown = values[index];
        let written: string | undefined;
        if (value !== null && value !== undefined) written = write(value, writing);
        else writing.explainNull({ container: values, key: index, path: inside, nonNull });
        if (written === REFUSED_OBJECT) continue;
        if (written === undefined && nonNull) return undefined;
        texts.push(written ?? "null");
      }
      return `[${texts.join(",")}]`;
    };
  }

  private object(type: string, sets: readonly SelectionSetNode[], path: AnswerPath): ValueWriter<Context> {
    let write: ObjectWriter<Context> | undefined;
    return (value, writing) => {
      if (!isObject(value)) return writing.refuse(path);
      write ??= this.objectOf(sets, type, path);
      return write(value, writing);
    };
  }

  /** Writes objects of one runtime type, unless the viewer may not know of them. */
  private objectOf(sets: readonly SelectionSetNode[], type: string, path: AnswerPath): ObjectWriter<Context> {
    const fields = this.fieldsOf(sets, type, path);
    const decision = this.options.guard?.objectDecisionFor(type);
    if (!decision) return (object, writing) => writeFields(object, fields, writing);
    return (object, writing) =>
      decision(object, writing.context, () => pathAt(path, writing.indexes))
        ? writeFields(object, fields, writing)
        : REFUSED_OBJECT;
  }

  /** Decides by the type that an object has at run time, never by the interface that the client used to reach it. */
  private abstract(
    type: string,
    { sets, path, nonNull }: { sets: readonly SelectionSetNode[]; path: AnswerPath; nonNull: boolean },
  ): ValueWriter<Context> {
    const { apiSchema } = this.options;
    const byType = new Map<string, ObjectWriter<Context>>();
    return (value, writing) => {
      if (!isObject(value)) return writing.refuse(path);
      const typename = typeof value["__typename"] === "string" ? value["__typename"] : type;
      let write = byType.get(typename);
      if (!write) {
        // Partners' type names were checked when they arrived, so what is not here is inaccessible: it reads like nothing.
        if (!typeMatches(apiSchema, typename, type)) return nonNull ? writing.refuse(path) : undefined;
        byType.set(typename, (write = this.objectOf(sets, typename, path)));
      }
      return write(value, writing);
    };
  }
}
