/** A viewer of the demo chain that the studio offers. */
export interface Persona {
  /** The name that `npm run token` takes. */
  readonly persona: string;
  readonly company: string;
  /** What the company is in the chain. */
  readonly about: { readonly en: string; readonly fr: string };
}

/** Who asks the demo's questions, in the order in which goods travel. */
export const PERSONAS: readonly Persona[] = [
  {
    persona: "fabrica/pricing",
    company: "Fabrica",
    about: { en: "Manufacturer of sensors", fr: "Fabricant de capteurs" },
  },
  {
    persona: "integra/buying",
    company: "Integra",
    about: { en: "Integrator and distributor", fr: "Intégrateur et distributeur" },
  },
  {
    persona: "rivalis/buying",
    company: "Rivalis",
    about: { en: "Integrator, rival of Integra", fr: "Intégrateur, concurrent d’Integra" },
  },
  {
    persona: "vega/service",
    company: "Vega",
    about: { en: "Retail brand with consumers", fr: "Enseigne qui vend aux particuliers" },
  },
  {
    persona: "boulange/buying",
    company: "Boulange",
    about: { en: "Business that buys from Integra", fr: "Entreprise cliente d’Integra" },
  },
  {
    persona: "nantes/buying",
    company: "Ville de Nantes",
    about: { en: "Administration, buys by public award", fr: "Administration, achète par marché public" },
  },
  {
    persona: "consumer/claire",
    company: "Claire",
    about: { en: "Consumer, customer of Vega", fr: "Consommatrice, cliente de Vega" },
  },
  {
    persona: "autorite/compliance",
    company: "Autorité",
    about: { en: "Regulator", fr: "Autorité de contrôle" },
  },
  {
    persona: "etrangere/buying",
    company: "Étrangère",
    about: { en: "Company without any agreement", fr: "Entreprise sans aucun accord" },
  },
];
