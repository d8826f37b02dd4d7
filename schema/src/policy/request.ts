import type { Value } from "./expression.ts";
import type { PrincipalType } from "./policy.ts";

/** The attributes of a variable, by name. */
export type Attributes = Readonly<Record<string, Value>>;

/** Who asks, as policies see it. */
export interface Principal {
  readonly type: PrincipalType;
  readonly attributes: Attributes;
}

/** One question to the policies, everything known. */
export interface PolicyRequest {
  readonly principal: Principal;
  readonly action: string;
  readonly resource: Attributes;
  readonly context: Attributes;
}
