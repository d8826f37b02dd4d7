import { inForce } from "../agreement/agreements-in-force.ts";
import { DATA_CLASSES, type DataClass } from "../data-class.ts";
import { createDecider } from "../decision/create-decider.ts";
import { loadPolicies } from "../policy/load-policies.ts";
import { COMPANIES, type CompanyName, disclosure, ledgerWith, NOW, viewer } from "../testing/chain.ts";
import { readMatrix } from "../testing/matrix/read-matrix.ts";
import { mayBeDisclosed } from "./may-be-disclosed.ts";

const policies = loadPolicies();

describe("a disclosure request", () => {
  it.each<[who: CompanyName, dataClass: DataClass, possible: boolean]>([
    ["autorite", "TRADE_AMOUNT", true],
    ["autorite", "CUSTOMER_IDENTITY", false],
    ["cnil", "CUSTOMER_IDENTITY", true],
    ["autorite", "COMMISSION", false],
    ["fisc", "COMMISSION", true],
    ["autorite", "REGULATORY", false],
    ["rivalis", "TRADE_AMOUNT", false],
  ])("of %s for %s can open something: %p", (who, dataClass, possible) => {
    expect(mayBeDisclosed(policies, COMPANIES[who], dataClass)).toBe(possible);
  });

  it("opens something of every class that it can open, on an object of the matrix, and nothing of another one", () => {
    const opening = DATA_CLASSES.filter((dataClass) =>
      (["autorite", "cnil", "fisc"] as const).some((who) => opens(who, dataClass)),
    );
    const possible = DATA_CLASSES.filter((dataClass) =>
      (["autorite", "cnil", "fisc"] as const).some((who) =>
        mayBeDisclosed(policies, COMPANIES[who], dataClass),
      ),
    );
    expect(opening).toEqual(possible);
  });
});

/**
 * Whether a request about the owner shows the regulator some object of the matrix that it would not see
 * without one.
 */
function opens(who: CompanyName, dataClass: DataClass): boolean {
  const names = Object.keys(COMPANIES).filter((each): each is CompanyName => each in COMPANIES);
  const requests = names.map((subject) => ({ ...disclosure(who, subject, dataClass), id: subject }));
  const seen = (disclosures: typeof requests) => {
    const agreements = inForce(ledgerWith({ disclosures }), NOW);
    const { decide } = createDecider({ policies, agreements }, viewer(who));
    return readMatrix().filter((one) => one.dataClass === dataClass && decide(dataClass, one.facts).visible);
  };
  return seen(requests).length > seen([]).length;
}
