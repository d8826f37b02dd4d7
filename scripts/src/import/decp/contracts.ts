import { z } from "zod";
import type { Origin } from "../delivery.ts";

const word = z.string().trim().min(1);

/** One public contract as the French rules of 22 March 2019 have it published (the columns that are read). */
export const contract = z.object({
  id: word,
  acheteur: z.object({ id: word, nom: word }),
  objet: word,
  codeCPV: word.optional(),
  procedure: word,
  dureeMois: z.number(),
  dateNotification: word,
  datePublicationDonnees: word.optional(),
  montant: z.number(),
  titulaires: z.array(z.object({ typeIdentifiant: word, id: word, denominationSociale: word })),
});

export type Contract = z.infer<typeof contract>;

/** The text of one contract and the line on which it begins. */
export interface ContractText {
  readonly text: string;
  readonly origin: Origin;
}

/**
 * Cuts the document `{ "marches": [ … ] }` into its contracts without parsing them, so that each keeps its line and a
 * broken one spoils no other.
 */
export function contractTexts(document: string, name: string): ContractText[] {
  const contracts: ContractText[] = [];
  let depth = 0;
  let start = 0;
  let line = 1;
  let startLine = 1;
  // Strings come first among the alternatives: brackets inside them are text.
  for (const { 0: token, index } of document.matchAll(/"(?:[^"\\\n]|\\.)*"|[{}[\]]|\n/g)) {
    if (token === "\n") line += 1;
    else if (token === "{" || token === "[") {
      depth += 1;
      if (depth === 3) [start, startLine] = [index, line];
    } else if (token === "}" || token === "]") {
      if (depth === 3)
        contracts.push({ text: document.slice(start, index + 1), origin: { name, line: startLine } });
      depth -= 1;
    }
  }
  return contracts;
}
