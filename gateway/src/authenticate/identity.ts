import type { Asserted, Viewer } from "@maillon/schema";
import type { JSONWebKeySet } from "jose";
import type { GatewayKeys } from "./signing/gateway-keys.ts";
import { createSignAssertion } from "./signing/sign-assertion.ts";
import { type Authenticate, createAuthenticate } from "./authenticate.ts";
import type { IssuerRegistry } from "./issuer-registry.ts";

/** How the gateway knows who asks, and how subgraphs learn it. */
export interface Identity {
  readonly authenticate: Authenticate;
  /** Headers that tell one subgraph who asks, and by which agreements the gateway decides. */
  readonly headersFor: (asserted: Asserted, subgraph: string) => Readonly<Record<string, string>>;
  /** The gateway's public keys. */
  readonly published: JSONWebKeySet;
}

interface CompanyIdentityOptions {
  readonly issuers: IssuerRegistry;
  readonly keys: GatewayKeys;
  /** The gateway's own `iss`. */
  readonly issuer: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Viewers bear tokens of their companies' identity providers; subgraphs get the gateway's own assertion. */
export function companyIdentity({ issuers, keys, issuer, now }: CompanyIdentityOptions): Identity {
  const signAssertion = createSignAssertion({ keys, issuer, now });
  return {
    authenticate: createAuthenticate({ issuers, now }),
    headersFor: (asserted, subgraph) => ({ authorization: `Bearer ${signAssertion(asserted, subgraph)}` }),
    published: keys.published,
  };
}

/** Everybody may ask and nobody is named: for supergraphs that are public, or guarded by something in front. */
export function openIdentity(): Identity {
  const viewer: Viewer = { kind: "consumer", customers: [], subject: "anybody" };
  return {
    authenticate: async () => ({ refused: false, viewer, expiresAt: Number.POSITIVE_INFINITY }),
    headersFor: () => ({}),
    published: { keys: [] },
  };
}
