import { z } from "zod";
import { EXCHANGE } from "./definition.ts";
import type { ExchangeFile } from "./field.ts";

/** The JSON Schema (draft 2020-12) of the records that a file holds, for whoever writes them in another language. */
export function jsonSchemaOf(file: ExchangeFile): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(EXCHANGE[file].schema, { io: "input", target: "draft-2020-12" });
}
