import { z } from "zod";
import type { Viewer } from "./viewer.ts";

/**
 * The gateway's word to one subgraph about who asks: a compact JWS (RFC 7515), carried as
 * `Authorization: Bearer …` on every request to a subgraph. The client's own token never travels on.
 */
export const ASSERTION = {
  /** JWS `typ`, so that no other token of the gateway can be passed off as an assertion (RFC 8725, section 3.11). */
  type: "viewer+jwt",
  /** The one signature algorithm (RFC 8037). */
  algorithm: "EdDSA",
  /** Longest time from `iat` to `exp`, in seconds. */
  maximumLifetime: 30,
  /** Tolerated difference between the clocks of two companies, in seconds. */
  clockTolerance: 5,
  /** Most agreements that an assertion names; no two companies have more in force, and a header has its limit. */
  maximumAgreements: 100,
} as const;

/**
 * The request header with the id under which gateway and subgraph both write their logs. It is no claim, so that
 * one assertion serves a viewer's requests to one subgraph for some seconds: signing is dear, and an id grants nothing.
 */
export const REQUEST_ID_HEADER = "x-request-id";

const identifier = z.string().min(1).max(200);

const ruling = z.strictObject({
  /** The epoch of the agreements that the gateway decides by. */
  epoch: z.int().min(0),
  /** Ids of the agreements in force between the viewer's company and the subgraph's operator: those, and no others. */
  agreements: z.array(identifier).max(ASSERTION.maximumAgreements),
});

/** By which agreements the gateway decides about a request. */
export type Ruling = z.infer<typeof ruling>;

/** What an assertion says, beside the registered claims `iss`, `aud` (one string), `iat`, `exp` and `jti`. */
export const assertionClaims = z.object({
  sub: identifier,
  viewer: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("company"),
      organization: identifier,
      roles: z.array(identifier).max(50),
    }),
    z.strictObject({ kind: z.literal("consumer"), customers: z.array(identifier).max(50) }),
  ]),
  /** Absent when the gateway does not know what is in force: then whatever needs an agreement is refused. */
  ruling: ruling.optional(),
});

export type AssertionClaims = z.infer<typeof assertionClaims>;

/** The `aud` of assertions for a subgraph, such as `maillon:subgraph:catalogue`. */
export function audienceOf(subgraph: string): string {
  return `maillon:subgraph:${subgraph}`;
}

/** Whom and what an assertion tells a subgraph about. */
export interface Asserted {
  readonly viewer: Viewer;
  readonly ruling?: Ruling | undefined;
}

/** The private claims that say who a viewer is, and by which agreements the gateway decides. */
export function claimsOf({ viewer, ruling: decidedBy }: Asserted): AssertionClaims {
  const { subject, ...rest } = viewer;
  return assertionClaims.parse({ sub: subject, viewer: rest, ...(decidedBy && { ruling: decidedBy }) });
}

/** What claims assert; they must have been verified before. */
export function assertedBy({ sub, viewer, ruling: decidedBy }: AssertionClaims): Asserted {
  return { viewer: { ...viewer, subject: sub }, ...(decidedBy && { ruling: decidedBy }) };
}
