import type { AnswerBody } from "./ask.ts";
import { reach } from "./reach.ts";

/** The schema, and what introspection does not tell of it: who answers, and what protects. */
export interface SchemaFacts {
  readonly sdl: string;
  /** Who reads each data class, in a sentence. */
  readonly classes: Readonly<Record<string, string>>;
  readonly subgraphs: readonly Subgraph[];
  readonly types: Readonly<Record<string, TypeFacts>>;
}

/** A subgraph and who runs it. */
export interface Subgraph {
  readonly name: string;
  /** As it stands in the ids of that company. */
  readonly operator?: string;
  /** `Organization.id`. */
  readonly company?: string;
}

/** One type. */
export interface TypeFacts {
  /** Whether companies refer to its objects by key. */
  readonly entity: boolean;
  /** The data classes that protect its objects as a whole. */
  readonly classes: readonly string[];
  readonly fields: Readonly<Record<string, FieldFacts>>;
}

/** One field. */
export interface FieldFacts {
  /** The subgraphs that answer it. */
  readonly subgraphs: readonly string[];
  /** Its data classes; empty when it is public. */
  readonly classes: readonly string[];
}

/** `GET /studio/schema`, as a viewer. Throws in words when the viewer may not know it. */
export async function loadSchemaFacts(token: string): Promise<SchemaFacts> {
  const response = await reach("/studio/schema", { headers: { authorization: `Bearer ${token}` } });
  if (response.ok) return (await response.json()) as SchemaFacts;
  throw new Error(await faultOf(response));
}

/** The gateway's words; another server on the way may have answered instead. */
async function faultOf(response: Response): Promise<string> {
  try {
    const { errors } = (await response.json()) as AnswerBody;
    return errors?.[0]?.message ?? "";
  } catch {
    return `The gateway answered ${response.status}.`;
  }
}

/** The facts of `Type.field`. */
export function fieldFacts({ types }: SchemaFacts, coordinate: string): FieldFacts | undefined {
  const [type = "", field = ""] = coordinate.split(".");
  return types[type]?.fields[field];
}
