import type { AgreementsInForce } from "../agreement/agreements-in-force.ts";
import type { Principal } from "../policy/request.ts";
import type { Viewer } from "../viewer.ts";

// A consumer whose token claimed a company's id as a customer relation must not pass for that company.
const CUSTOMER_ID = /^cus_/;

/** The viewer as policies see it. A company that the ledger does not know has no kind and no authority. */
export function principalOf(viewer: Viewer, { companies }: AgreementsInForce): Principal {
  if (viewer.kind === "consumer") {
    const customers = viewer.customers.filter((each) => CUSTOMER_ID.test(each));
    return { type: "Consumer", attributes: { customers } };
  }
  const { kinds = [], authorities = [] } = companies.get(viewer.organization) ?? {};
  return { type: "Employee", attributes: { company: viewer.organization, kinds, authorities } };
}
