/** One person or machine acting for one company in one request. */
export interface CompanyViewer {
  readonly kind: "company";
  /** The `Organization.id` the viewer acts for. */
  readonly organization: string;
  /** What the viewer does there, such as `buying` or `pricing`. */
  readonly roles: readonly string[];
  /**
   * The person or machine; every subgraph is told another pseudonym (pairwise, as in OpenID Connect Core,
   * section 8.1).
   */
  readonly subject: string;
}

/** A consumer acting for herself in one request. */
export interface ConsumerViewer {
  readonly kind: "consumer";
  /** The `Customer.id` of every relation whose buyer she is; only the company that issued the id may claim it. */
  readonly customers: readonly string[];
  /** As above: a pairwise pseudonym where a subgraph reads it. */
  readonly subject: string;
}

/** Who asks. There is no anonymous viewer: whoever cannot be named is refused before any work. */
export type Viewer = CompanyViewer | ConsumerViewer;
