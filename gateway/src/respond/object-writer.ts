import type { GatheredObject } from "../query/answer/gathered.ts";
import type { Redact, Redaction } from "../query/guard.ts";
import { type AnswerPath, type Writing, pathAt } from "./writing.ts";

/** Writes a value that is not null as JSON text; undefined when it cannot be written and must become null. */
export type ValueWriter<Context> = (value: unknown, writing: Writing<Context>) => string | undefined;

/** Writes one object. */
export type ObjectWriter<Context> = (object: GatheredObject, writing: Writing<Context>) => string | undefined;

/** Stands for an object that the viewer may not know of; no JSON text is empty. */
export const REFUSED_OBJECT = "";

/** How one field of an object is written. */
export interface FieldWriter<Context> {
  readonly name: string;
  /** The response key as it is written, with what separates it from the field before. */
  readonly start: string;
  readonly key: string;
  readonly path: AnswerPath;
  readonly nonNull: boolean;
  readonly write: ValueWriter<Context>;
  /** For fields whose value does not come from the gathered data. */
  readonly constant: ((writing: Writing<Context>) => string) | undefined;
}

interface ObjectWriterOptions<Context> {
  readonly fields: readonly FieldWriter<Context>[];
  /** The client's path to the objects. */
  readonly path: AnswerPath;
  readonly redact: Redact<Context> | undefined;
  /** Whether none of the fields holds objects. */
  readonly leaves: boolean;
}

/** Makes the writer for objects of one runtime type; without `redact` nothing of them is ever kept back. */
export function objectWriter<Context>({
  fields,
  path,
  redact,
  leaves,
}: ObjectWriterOptions<Context>): ObjectWriter<Context> {
  const writeShown = leaves ? writeLeaves : writeAll;
  // An object that is kept back leaves its list, and at its index stands another one.
  const place = path.slice(0, path.findLastIndex((step) => typeof step === "string") + 1);
  if (!redact) return (object, writing) => writeShown(object, fields, writing);
  return (object, writing) => {
    const redaction = redact(object, writing.context);
    if (redaction.object) {
      if (!writing.explainUndecided(object, redaction.object, place))
        redaction.object.tell(writing.context, () => pathAt(path, writing.indexes));
      return REFUSED_OBJECT;
    }
    // Most objects are shown whole: they cost one look more than objects that nothing protects.
    return redaction.fields
      ? writeRedacted(object, { fields, refusals: redaction.fields }, writing)
      : writeShown(object, fields, writing);
  };
}

/** Errors in leaves are told once for each field, so that nothing is left out where a text is used again. */
function writeLeaves<Context>(
  object: GatheredObject,
  fields: readonly FieldWriter<Context>[],
  writing: Writing<Context>,
): string | undefined {
  return writing.once(object, fields, () => writeAll(object, fields, writing));
}

function writeAll<Context>(
  object: GatheredObject,
  fields: readonly FieldWriter<Context>[],
  writing: Writing<Context>,
): string | undefined {
  let text = "{";
  for (const field of fields) {
    const value = writeField(object, field, writing);
    if (value === undefined && field.nonNull) return undefined;
    text += field.start + (value ?? "null");
  }
  return `${text}}`;
}

interface Redacted<Context> {
  readonly fields: readonly FieldWriter<Context>[];
  readonly refusals: NonNullable<Redaction<Context>["fields"]>;
}

function writeRedacted<Context>(
  object: GatheredObject,
  { fields, refusals }: Redacted<Context>,
  writing: Writing<Context>,
): string | undefined {
  let text = "{";
  for (const [index, field] of fields.entries()) {
    const refusal = refusals[index];
    if (refusal && !writing.explainUndecided(object, refusal, field.path))
      refusal.tell(writing.context, () => pathAt(field.path, writing.indexes));
    const value = refusal ? undefined : writeField(object, field, writing);
    if (value === undefined && field.nonNull) return undefined;
    text += field.start + (value ?? "null");
  }
  return `${text}}`;
}

function writeField<Context>(
  object: GatheredObject,
  { constant, key, path, nonNull, write }: FieldWriter<Context>,
  writing: Writing<Context>,
): string | undefined {
  if (constant) return constant(writing);
  const value = object[key];
  if (value !== null && value !== undefined) {
    const written = write(value, writing);
    return written === REFUSED_OBJECT ? undefined : written;
  }
  writing.explainNull({ container: object, key, path, nonNull });
  return undefined;
}
