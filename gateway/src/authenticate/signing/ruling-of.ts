import { ASSERTION, type Ruling, type Viewer } from "@maillon/schema";
import type { AgreementsInForce } from "@maillon/schema/ledger";

/**
 * By which agreements the gateway decides, as far as one operator may know: the epoch, and the agreements between it
 * and the viewer's company. A company that the gateway has no operator for is told of none.
 */
export function rulingOf(
  agreements: AgreementsInForce | undefined,
  viewer: Viewer,
  operator: string | undefined,
): Ruling | undefined {
  if (agreements === undefined) return undefined;
  const concerned = viewer.kind === "company" && operator !== undefined;
  const ids = concerned ? agreements.between(viewer.organization, operator) : [];
  return { epoch: agreements.epoch, agreements: ids.slice(0, ASSERTION.maximumAgreements) };
}
