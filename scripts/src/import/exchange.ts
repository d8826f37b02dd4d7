import { FILES, type ExchangeFile } from "@maillon/schema/exchange";
import type { Adapter, Draft, Rejection } from "./delivery.ts";

/** The exchange format itself: one NDJSON file for each type of record. */
export const exchange: Adapter = {
  expects: FILES.map(nameOf).join(", "),
  accepts: (name) => FILES.map(nameOf).includes(name),
  adapt(texts) {
    const drafts: Draft[] = [];
    const rejections: Rejection[] = [];
    for (const file of FILES) {
      const name = nameOf(file);
      for (const [index, text] of (texts.get(name) ?? "").split("\n").entries()) {
        if (text.trim() === "") continue;
        const origin = { name, line: index + 1 };
        const value = readJson(text);
        if (value === undefined) rejections.push({ file, origin, reason: "the line is not JSON" });
        else drafts.push({ file, value, origin });
      }
    }
    return { drafts, rejections };
  },
};

function nameOf(file: ExchangeFile): string {
  return `${file}.ndjson`;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
