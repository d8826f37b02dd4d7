/** The rules that a contract must keep; the specification page has a section for each. */
export const FLOW_RULES = [
  "FLOW_KEY",
  "FLOW_REQUIRES",
  "FLOW_CONTEXT",
  "TAKEOVER",
  "DERIVED",
  "UNCLASSIFIED",
  "UNKNOWN_CLASS",
  "NULLABLE",
  "PARTY_HOME",
  "RENAMED",
  "FORGED_BY",
] as const;

export type FlowRule = (typeof FLOW_RULES)[number];

/** One reason why a contract is refused, for its author. */
export interface Finding {
  readonly rule: FlowRule;
  /** The subgraph whose contract breaks the rule. */
  readonly subgraph: string;
  /** Where: a type, a field or an argument. */
  readonly coordinate: string;
  /** What is wrong and what to do, in a sentence or two. */
  readonly message: string;
  /** The way that a value would take, from the protected field on. */
  readonly path?: readonly string[];
  /** The classes that would leave their owner. */
  readonly classes?: readonly string[];
  /** The company that would receive them. */
  readonly receiver?: string;
  /** The agreement that would permit it. */
  readonly permit?: string;
}

/** A finding as readable lines. */
export function describeFinding({ rule, subgraph, coordinate, message, ...more }: Finding): string {
  const lines = [`${rule} ${coordinate} (${subgraph}): ${message}`];
  if (more.path) lines.push(`  path: ${more.path.join(" -> ")}`);
  if (more.classes) lines.push(`  classes: ${more.classes.join(", ")}`);
  if (more.receiver !== undefined) lines.push(`  receiver: ${more.receiver}`);
  if (more.permit !== undefined) lines.push(`  would be permitted by: ${more.permit}`);
  return lines.join("\n");
}
