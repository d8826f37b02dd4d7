import type { Language } from "./language.ts";

type Sentence = Readonly<Record<Language, string>>;

/** Who may see a data class without any agreement, in one sentence; what agreements add, the gateway tells. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  PUBLIC: { en: "Everyone.", fr: "Tout le monde." },
  CATALOG_RESTRICTED: {
    en: "Its owner and the audience that it is for.",
    fr: "Son propriétaire et le public visé.",
  },
  TERMS: {
    en: "Its owner and buyers of the same category.",
    fr: "Son propriétaire et les acheteurs de la même catégorie.",
  },
  PRICE_SUPPLY: {
    en: "The seller, and the buyer who negotiated it; never another buyer.",
    fr: "Le vendeur et l’acheteur qui l’a négocié ; jamais un autre acheteur.",
  },
  PRICE_RESALE: {
    en: "The reseller and its buyer; never the supplier, unless it sells itself.",
    fr: "Le revendeur et son acheteur ; jamais le fournisseur, sauf s’il vend lui-même.",
  },
  PRICE_COST: { en: "Its owner alone.", fr: "Son seul propriétaire." },
  CUSTOMER_EXISTENCE: {
    en: "Whoever sells to the customer, and the customer.",
    fr: "Qui vend au client, et le client.",
  },
  CUSTOMER_IDENTITY: {
    en: "The holder of the customer with a lawful basis, and the customer.",
    fr: "Le détenteur du client, avec une base légale, et le client.",
  },
  CUSTOMER_PROFILE: {
    en: "The holder of the customer, and the customer.",
    fr: "Le détenteur du client, et le client.",
  },
  PROSPECT: { en: "Its owner.", fr: "Son propriétaire." },
  TRADE_CORE: { en: "The parties of the deal.", fr: "Les parties à l’affaire." },
  TRADE_AMOUNT: { en: "The parties of the deal.", fr: "Les parties à l’affaire." },
  DECISION: {
    en: "The company that decides; never its counterpart.",
    fr: "L’entreprise qui décide ; jamais l’autre partie.",
  },
  NEGOTIATION: { en: "The parties of the negotiation.", fr: "Les parties à la négociation." },
  BID: {
    en: "The bidder, and the buyer after the deadline; never another bidder.",
    fr: "Le candidat, et l’acheteur après l’échéance ; jamais un autre candidat.",
  },
  LOGISTICS: {
    en: "The parties of the deal and of its transport.",
    fr: "Les parties à l’affaire et à son transport.",
  },
  LOGISTICS_COST: { en: "Whoever pays for the transport.", fr: "Qui paie le transport." },
  AFTER_SALES: {
    en: "Whoever is responsible for the service, and the customer.",
    fr: "Le responsable du service, et le client.",
  },
  COMMISSION: { en: "Payer and payee.", fr: "Le payeur et le bénéficiaire." },
  KPI: {
    en: "By agreement, and only over groups large enough.",
    fr: "Par accord, et seulement sur des groupes assez grands.",
  },
  AGREEMENT_EXISTENCE: {
    en: "The parties, and the regulator.",
    fr: "Les parties, et l’autorité de contrôle.",
  },
  AGREEMENT_TERMS: { en: "The parties.", fr: "Les parties." },
  COMPLIANCE_DOC: {
    en: "The issuer and everyone downstream of the product.",
    fr: "L’émetteur et tout l’aval du produit.",
  },
  FISCAL: {
    en: "The parties, and the tax authority by law.",
    fr: "Les parties, et le fisc selon la loi.",
  },
  REGULATORY: { en: "Who files it, and to whom it is addressed.", fr: "Le déclarant et le destinataire." },
  DATA_SUBJECT: {
    en: "The controllers, and the person concerned.",
    fr: "Les responsables, et la personne concernée.",
  },
  AUDIT: { en: "Those whose data it is about.", fr: "Ceux dont les données sont concernées." },
};

/** Who may see a data class, in words; a class of a later gateway explains itself by its name. */
export function classText(dataClass: string, language: Language): string {
  return SENTENCES[dataClass]?.[language] ?? dataClass.toLowerCase().replaceAll("_", " ");
}
