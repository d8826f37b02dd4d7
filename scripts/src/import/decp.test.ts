import { describeSource } from "../testing/source-data.ts";
import { checkDelivery } from "./check-delivery.ts";
import { decp } from "./decp.ts";
import type { Delivery } from "./delivery.ts";

const contract = {
  id: "2018MA1",
  acheteur: { id: "28850001000013", nom: "SDIS de la Vendée" },
  objet: 'Maintenance "radio" [lot 1] {véhicules}',
  codeCPV: "45314000",
  procedure: "Procédure adaptée",
  dureeMois: 12,
  dateNotification: "2018-12-03",
  datePublicationDonnees: "2018-12-07",
  montant: 80_000.5,
  titulaires: [{ typeIdentifiant: "SIRET", id: "73282932000074", denominationSociale: "Show Vision" }],
};

describe("a public contract", () => {
  it("becomes an award with its buyer and its holder", () => {
    const { accepted, rejections } = checkDelivery(deliveryOf([contract]));
    expect(rejections).toEqual([]);
    expect(accepted.map(({ file, record }) => [file, record])).toEqual([
      ["companies", expect.objectContaining({ key: "siret-28850001000013", roles: ["ADMINISTRATION"] })],
      ["companies", expect.objectContaining({ key: "siret-73282932000074", name: "Show Vision", roles: [] })],
      [
        "awards",
        expect.objectContaining({
          buyer: "siret-28850001000013",
          holders: ["siret-73282932000074"],
          object: contract.objet,
          total: { amount: "80000.5", currency: "EUR" },
          notifiedAt: "2018-12-03",
        }),
      ],
    ]);
  });

  it("is another award in each of its lots, and the same in each delivery", () => {
    const lots = [contract, { ...contract, objet: "Lot 2" }];
    const keys = (delivery: Delivery) =>
      checkDelivery(delivery)
        .accepted.filter(({ file }) => file === "awards")
        .map(({ record }) => record.key);
    expect(new Set(keys(deliveryOf(lots))).size).toBe(2);
    expect(keys(deliveryOf(lots.toReversed())).toSorted()).toEqual(keys(deliveryOf(lots)).toSorted());
  });

  it.each([
    ["a date that does not exist", { dateNotification: "2018-02-30" }, /^awards .*:3 notifiedAt: /],
    [
      "a publication before the award",
      { datePublicationDonnees: "2018-12-02" },
      /^awards .*:3 publishedAt: is before/,
    ],
    ["an amount in words", { montant: "a lot" }, /^awards .*:3 montant: /],
    [
      "a buyer whose SIRET is wrong",
      { acheteur: { id: "28850001000014", nom: "X" } },
      /^companies .*the SIRET/,
    ],
    [
      "a contract whose holder is rejected",
      { titulaires: [{ typeIdentifiant: "TVA", id: "ES B66484189", denominationSociale: "X" }] },
      /^awards .*holders\[0\]: names "tva-ES B66484189"/,
    ],
    [
      "a kind of identifier nobody knows",
      { titulaires: [{ typeIdentifiant: "HORS-UE", id: "1", denominationSociale: "X" }] },
      /^companies .*registrations\[0\]\.scheme/,
    ],
  ])("is rejected with its line for %s, and the next one is not", (_fault, change, report) => {
    const { accepted, rejections } = checkDelivery(
      deliveryOf([
        { ...contract, ...change },
        { ...contract, id: "2" },
      ]),
    );
    const lines = rejections.map(
      (each) => `${each.file} ${each.origin.name}:${each.origin.line} ${each.reason}`,
    );
    expect(lines).toContainEqual(expect.stringMatching(report));
    expect(accepted.filter(({ file }) => file === "awards")).toHaveLength(1);
  });

  it("that is no JSON spoils no other", () => {
    const text = `{ "marches": [\n{ "id": 12x },\n${JSON.stringify(contract)}\n] }`;
    const { accepted, rejections } = checkDelivery(decp.adapt(new Map([["e-marchespublics.json", text]])));
    expect(rejections).toEqual([
      {
        file: "awards",
        origin: { name: "e-marchespublics.json", line: 2 },
        reason: "the contract is not JSON",
      },
    ]);
    expect(accepted).toHaveLength(3);
  });
});

describeSource("decp", (adapt) => {
  const { accepted, rejections } = checkDelivery(adapt(decp));
  const awards = accepted.filter(({ file }) => file === "awards");

  it("are 470 contracts, each of which is an award or rejected", () => {
    const rejected = rejections.filter(({ file }) => file === "awards");
    expect(awards.length + rejected.length).toBe(470);
    expect(awards).toHaveLength(448);
  });

  it("are rejected for bad dates, a bad identifier and repetitions", () => {
    const reasons = Map.groupBy(rejections, ({ reason }) => reason.replaceAll(/".*"|\d+$/g, "…"));
    expect(Object.fromEntries(Array.from(reasons, ([reason, { length }]) => [reason, length]))).toEqual({
      "publishedAt: is before notifiedAt": 18,
      "registrations[0].value: what follows ES is not in the format of its VAT numbers": 1,
      "holders[0]: names … of companies, which is absent or rejected": 1,
      "repeats the record of e-marchespublics.json:…": 3,
    });
  });
});

function deliveryOf(contracts: readonly object[]): Delivery {
  return decp.adapt(
    new Map([["e-marchespublics.json", JSON.stringify({ marches: contracts }, undefined, 1)]]),
  );
}
