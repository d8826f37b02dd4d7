import { createHash } from "node:crypto";
import { contract, contractTexts, type Contract } from "./decp/contracts.ts";
import { draft, type Adapter, type Draft, type Origin, type Rejection } from "./delivery.ts";

/** Essential data of French public procurement (DECP): who awarded what to whom for how much. */
export const decp: Adapter = {
  expects: "*.json",
  accepts: (name) => name.endsWith(".json"),
  adapt(texts) {
    const drafts: Draft[] = [];
    const rejections: Rejection[] = [];
    const companies = new Map<string, Draft>();
    for (const { text, origin } of Array.from(texts).flatMap(([name, document]) =>
      contractTexts(document, name),
    )) {
      const read = readContract(text);
      if (typeof read === "string") {
        rejections.push({ file: "awards", origin, reason: read });
        continue;
      }
      // A company is called differently from one contract to the next; the first name stays.
      for (const [key, company] of companiesOf(read, origin))
        companies.set(key, companies.get(key) ?? company);
      drafts.push(awardOf(read, origin));
    }
    return { drafts: [...companies.values(), ...drafts], rejections };
  },
};

function readContract(text: string): Contract | string {
  try {
    const read = contract.safeParse(JSON.parse(text));
    if (read.success) return read.data;
    return read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
  } catch {
    return "the contract is not JSON";
  }
}

function companiesOf({ acheteur, titulaires }: Contract, origin: Origin): [string, Draft][] {
  const buyer = { typeIdentifiant: "SIRET", id: acheteur.id, denominationSociale: acheteur.nom };
  return [
    companyOf(buyer, ["ADMINISTRATION"], origin),
    ...titulaires.map((holder) => companyOf(holder, [], origin)),
  ];
}

type Holder = Contract["titulaires"][number];

function companyOf(holder: Holder, roles: "ADMINISTRATION"[], origin: Origin): [string, Draft] {
  const key = companyKey(holder);
  // A VAT number begins with its country; a SIRET is French. Whatever else there is, the check refuses.
  const vat = holder.typeIdentifiant === "TVA";
  const registration = { scheme: vat ? "VAT" : holder.typeIdentifiant, value: holder.id };
  const country = vat ? holder.id.slice(0, 2) : "FR";
  const value = { key, name: holder.denominationSociale, country, roles, registrations: [registration] };
  return [key, { file: "companies", origin, value }];
}

function awardOf(read: Contract, origin: Origin): Draft {
  return draft(
    "awards",
    {
      key: awardKey(read),
      buyer: companyKey({ typeIdentifiant: "SIRET", id: read.acheteur.id }),
      holders: read.titulaires.map(companyKey),
      object: read.objet,
      ...(read.codeCPV && { cpv: read.codeCPV }),
      procedure: read.procedure,
      total: { amount: String(read.montant), currency: "EUR" },
      durationMonths: read.dureeMois,
      notifiedAt: read.dateNotification,
      ...(read.datePublicationDonnees && { publishedAt: read.datePublicationDonnees }),
    },
    origin,
  );
}

function companyKey({ typeIdentifiant, id }: Pick<Holder, "typeIdentifiant" | "id">): string {
  return `${typeIdentifiant.toLowerCase()}-${id}`;
}

/** Buyers give the lots of one contract one number: only the object and the holders tell them apart. */
function awardKey({ acheteur, id, objet, titulaires }: Contract): string {
  const lot = JSON.stringify([objet, titulaires.map(companyKey).toSorted()]);
  return `${acheteur.id}/${id}/${createHash("sha256").update(lot).digest("hex").slice(0, 16)}`;
}
