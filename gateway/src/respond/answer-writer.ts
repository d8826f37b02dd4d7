import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { fieldsByKey } from "../query/answer/fields-by-key.ts";
import type { GatheredObject } from "../query/answer/gathered.ts";

import type { Redact } from "../query/guard.ts";
import { type FieldWriter, type ObjectWriter, objectWriter } from "./object-writer.ts";
import { valueWriter } from "./value-writer.ts";
import type { AnswerPath, Writing } from "./writing.ts";

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
  /** What must not be written of the objects of a type, if these are the fields that are written of it. */
  readonly redactionFor: (type: string, fields: readonly string[]) => Redact<Context> | undefined;
  /** Writes the value of a root field that the gateway answers itself, `__schema` or `__type`. */
  readonly introspect: (field: FieldNode, writing: Writing<Context>) => string;
}

/**
 * Compiles the writer of one operation's answer. It walks the gathered data once: it takes only what the
 * client selected, in the client's order and under the client's names, keeps back what this viewer may not
 * see, lets nulls rise to the nearest field that allows them, and gives every error the path the client
 * knows.
 */
export function answerWriter<Context>(options: AnswerWriterOptions<Context>): AnswerWriter<Context> {
  const write = new Compiler(options).objects([options.selections], options.rootType.name, []);
  // A refused root would be no JSON text at all.
  return (root, writing) => write(root, writing) || undefined;
}

class Compiler<Context> {
  private readonly options: AnswerWriterOptions<Context>;

  constructor(options: AnswerWriterOptions<Context>) {
    this.options = options;
  }

  /** The writer for objects of one type; `type` may be an interface when nothing more exact is known of an object. */
  objects(sets: readonly SelectionSetNode[], type: string, path: AnswerPath): ObjectWriter<Context> {
    const groups = fieldsByKey(this.options.apiSchema, sets, type);
    const fields = [...groups].flatMap(([responseKey, [first, ...others]], index) => {
      if (!first) return [];
      const start = `${index > 0 ? "," : ""}${JSON.stringify(responseKey)}:`;
      return [this.field([first, ...others], { type, start, path: [...path, responseKey] })];
    });
    const names = fields.map(({ name }) => name);
    const leaves = [...groups.values()].flat().every(({ selectionSet }) => !selectionSet);
    return objectWriter({ fields, path, leaves, redact: this.options.redactionFor(type, names) });
  }

  private field(
    nodes: readonly [FieldNode, ...FieldNode[]],
    { type, start, path }: { type: string; start: string; path: AnswerPath },
  ): FieldWriter<Context> {
    const [node] = nodes;
    const name = node.name.value;
    const own = { name, start, path, key: this.options.keyOf(node), constant: this.constant(node, type) };
    if (name.startsWith("__")) return { ...own, nonNull: true, write: (value) => JSON.stringify(value) };
    const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
    const fieldType = this.typeOf(type, name);
    const { apiSchema } = this.options;
    return {
      ...own,
      nonNull: isNonNullType(fieldType),
      write: valueWriter(fieldType, {
        apiSchema,
        path,
        objectsOf: (runtimeType, at) => this.objects(sets, runtimeType, at),
      }),
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
}
