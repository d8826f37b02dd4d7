import * as fc from "fast-check";
import { GRANT_NAMES } from "../agreement/grant.ts";
import { DATA_CLASSES } from "../data-class.ts";
import { toldAction } from "../policy/policy.ts";
import type { PolicyRequest, Principal } from "../policy/request.ts";

// Few names, so that a generated viewer is often a party of the generated object.
const COMPANIES = ["org_a", "org_b"];
const CUSTOMERS = ["cus_x", "cus_y"];
const KINDS = ["MANUFACTURER", "INTEGRATOR", "END_BUSINESS", "ADMINISTRATION", "REGULATOR"];
const CATEGORIES = [...KINDS, "CONSUMER"];
const BASES = ["CONTRACT", "AFTER_SALES", "PARTNER_SHARING", "NOT_PERSONAL"];
const AUTHORITIES = ["TAX", "DATA_PROTECTION"];

const some = (words: readonly string[]) => fc.subarray([...words], { maxLength: 2 });
// Half of the sets are empty: a fact that is missing is the case that must never open anything.
const maybe = (words: readonly string[]) => fc.oneof(fc.constant([]), some(words));

const principal: fc.Arbitrary<Principal> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({ company: fc.constantFrom(...COMPANIES), kinds: some(KINDS), authorities: some(AUTHORITIES) })
      .map((attributes) => ({ type: "Employee" as const, attributes })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ customers: some(CUSTOMERS) })
      .map((attributes) => ({ type: "Consumer" as const, attributes })),
  },
);

const thing = fc.record({
  owner: fc.oneof({ weight: 4, arbitrary: some(COMPANIES) }, { weight: 1, arbitrary: fc.constant([]) }),
  seller: maybe(COMPANIES),
  buyer: maybe(COMPANIES),
  carrier: maybe(COMPANIES),
  via: maybe(COMPANIES),
  brand: maybe(COMPANIES),
  payer: maybe([...COMPANIES, ...CUSTOMERS]),
  subject: maybe([...COMPANIES, ...CUSTOMERS]),
  published: fc.boolean(),
  category: maybe(CATEGORIES),
  basis: maybe(BASES),
  group: fc.constantFrom(0, 2, 3, 7),
});

// One restriction would drown every permission.
const ALL_BUT_NONE = GRANT_NAMES.filter((name) => name !== "NONE");

const context = fc.record({
  grants: fc.oneof(
    fc.constant([]),
    fc.subarray(ALL_BUT_NONE, { minLength: 3 }),
    fc.subarray([...GRANT_NAMES]),
  ),
  partner: fc.boolean(),
  party: fc.boolean(),
});

const action = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...DATA_CLASSES) },
  { weight: 1, arbitrary: fc.constantFrom(...DATA_CLASSES.map(toldAction)) },
);

/** Questions to the policies, parties and viewers drawn from the same few names. */
export const policyRequests: fc.Arbitrary<PolicyRequest> = fc.record({
  principal,
  action,
  resource: thing,
  context,
});
