import { DATA_CLASSES, type DataClass, newId, SUBGRAPHS } from "@maillon/schema";
import { loadPolicies, mayBeDisclosed, type PolicySet } from "@maillon/schema/policy";
import { badInput, byId, type SubgraphContext } from "@maillon/subgraph-kit";
import { dayOf } from "../agreement/status-of.ts";
import { Organization } from "../organization/organization.ts";
import type { DisclosureInput } from "./disclosure-input.ts";
import { DisclosureRequest } from "./disclosure-request.ts";
import { type Investigator, investigatorOf } from "./investigator.ts";

const LONGEST_BASIS = 500;
const LONGEST_DAYS = 366;

/**
 * Opens a disclosure request, which counts at once.
 * @returns the id of the request.
 * @throws SubgraphError `FORBIDDEN`, or `BAD_USER_INPUT` that names the field at fault.
 */
export async function requestDisclosure(input: DisclosureInput, context: SubgraphContext): Promise<string> {
  const { viewer, regulator } = await investigatorOf(context);
  checkTerms(input, context.now);
  const dataClasses = classesOf(input, regulator);
  const subject = await context.load(byId(Organization), input.subjectId);
  if (subject === null || subject.id === regulator.id) {
    throw badInput("input.subjectId", "must be the id of another organization");
  }
  const id = newId("dis", SUBGRAPHS.compliance.operator);
  await context.em.transactional((em) =>
    em.insert(DisclosureRequest, {
      id,
      regulatorId: regulator.id,
      subjectId: subject.id,
      legalBasis: input.legalBasis,
      dataClasses,
      requestedAt: context.now,
      grantedUntil: input.grantedUntil,
      closedAt: null,
      person: viewer.subject,
    }),
  );
  context.forget();
  return id;
}

function checkTerms({ legalBasis, grantedUntil }: DisclosureInput, now: Date): void {
  // A dash or a dot fills the field and names nothing.
  if (legalBasis.length > LONGEST_BASIS || !/\p{L}{3}/u.test(legalBasis)) {
    throw badInput("input.legalBasis", `must name the law, in at most ${LONGEST_BASIS} characters`);
  }
  const latest = dayOf(new Date(now.getTime() + LONGEST_DAYS * 86_400_000));
  if (grantedUntil <= dayOf(now) || grantedUntil > latest) {
    throw badInput("input.grantedUntil", `must be later than today, by at most ${LONGEST_DAYS} days`);
  }
}

function classesOf({ dataClasses }: DisclosureInput, regulator: Investigator["regulator"]): DataClass[] {
  const asked = DATA_CLASSES.filter((each) => dataClasses.includes(each));
  const { roles: kinds, authorities } = regulator;
  const place = dataClasses.findIndex((each) => {
    const known = asked.find((one) => one === each);
    return known === undefined || !mayBeDisclosed(policies(), { kinds, authorities }, known);
  });
  if (place >= 0) {
    throw badInput(`input.dataClasses.${place}`, "must be a class that a request of this authority can open");
  }
  if (asked.length === 0) throw badInput("input.dataClasses", "must name a class");
  return asked;
}

let loaded: PolicySet | undefined;

/** Read at the first request: most processes never get one. */
function policies(): PolicySet {
  loaded ??= loadPolicies();
  return loaded;
}
