import { useEffect } from "react";
import { isObject } from "../gateway/json.ts";
import { useText } from "../text/use-text.ts";
import { Facts, factsIn } from "./facts.tsx";
import { useInquiry } from "./use-inquiry.ts";

interface OpeningProps {
  readonly about: Readonly<Record<"coordinate" | "id", string>>;
}

/** Of a refused value: the agreement that it turned on, and what would open it; the rest stands above already. */
export function Opening({ about: { coordinate, id } }: OpeningProps) {
  const text = useText();
  const [finding, inquire] = useInquiry();
  useEffect(() => void inquire("explain", { coordinate, id }), [coordinate, id, inquire]);
  if (finding.state === "asking") return <p className="hint">{text.asking}</p>;
  if (finding.state === "failed") return <p className="fault">{finding.message}</p>;
  if (finding.state !== "told" || !isObject(finding.value)) return null;
  const { agreement = null, clause = null, missing = null } = finding.value;
  const opening = { agreement, clause, missing };
  return factsIn(opening).length > 0 ? <Facts facts={opening} /> : <p>{text.nothingOpens}</p>;
}
