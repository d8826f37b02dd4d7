import { DATA_CLASSES } from "../../data-class.ts";
import type { ClauseRecord } from "../../exchange/clause.ts";
import {
  COMPANIES,
  disclosure,
  PARTIES,
  type AgreementName,
  type CompanyName,
  type Terms,
} from "../chain.ts";
import { coOwned, indicators, LEVELS, pastPrices, service, sharing } from "../clauses.ts";

/** Reads what a case adds to the chain, such as `sharing integra fabrica TRADE_CORE FULL in fabrica-integra`. */
export function parseTerms(text: string): Terms {
  if (text === "") return {};
  const [what = "", agreement = ""] = text.split(" in ");
  const [kind, ...words] = what.split(" ");
  if (kind === "disclosure") {
    const [regulator, subject, dataClass] = words;
    return {
      disclosures: [
        disclosure(companyNamed(regulator), companyNamed(subject), oneOf(DATA_CLASSES, dataClass)),
      ],
    };
  }
  return { clauses: { [agreementNamed(agreement)]: [clauseOf(kind, words)] } };
}

function clauseOf(kind: string | undefined, words: readonly string[]): ClauseRecord {
  const [first, second, third, fourth] = words;
  switch (kind) {
    case "sharing": {
      const direction = { from: companyNamed(first), to: companyNamed(second) };
      return sharing(direction, oneOf(DATA_CLASSES, third), oneOf(LEVELS, fourth));
    }
    case "past-prices":
      return pastPrices({ from: companyNamed(first), to: companyNamed(second) }, Number(third));
    case "co-owned":
      return coOwned(first === "jointly");
    case "indicators":
      return indicators(first === undefined ? undefined : Number(first));
    case "service":
      return service(companyNamed(first), words.slice(1));
    default:
      throw new Error(`The matrix names an unknown kind of clause: ${kind}`);
  }
}

function companyNamed(name: string | undefined): CompanyName {
  const names = Object.keys(COMPANIES).filter((each): each is CompanyName => each in COMPANIES);
  return oneOf(names, name);
}

function agreementNamed(name: string): AgreementName {
  const names = Object.keys(PARTIES).filter((each): each is AgreementName => each in PARTIES);
  return oneOf(names, name);
}

function oneOf<Word extends string>(words: readonly Word[], word: string | undefined): Word {
  const found = words.find((each) => each === word);
  if (found !== undefined) return found;
  throw new Error(`The matrix says "${word}" where one of ${words.join(", ")} belongs.`);
}
