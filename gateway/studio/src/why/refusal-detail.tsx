import type { Refusal } from "../answer/refusal.ts";
import { useStudio } from "../studio-store.ts";
import { inLanguage } from "../text/in-language.ts";
import { useText } from "../text/use-text.ts";
import { Facts } from "./facts.tsx";

/** Why a value is missing: what was decided, by which rule, and what would open it. */
export function RefusalDetail({ refusal }: { readonly refusal: Refusal }) {
  const text = useText();
  const language = useStudio((state) => state.language);
  return (
    <section className="refusal-detail">
      <p className="reason">{inLanguage(refusal.reason, language) || text.noReason}</p>
      <dl className="facts">
        {refusal.effect !== "" && (
          <div>
            <dt>{text.effect}</dt>
            <dd>{text.words["effect"]?.[refusal.effect] ?? refusal.effect}</dd>
          </div>
        )}
        <div>
          <dt>{text.refusedValues}</dt>
          <dd>{refusal.count}</dd>
        </div>
      </dl>
      <Facts facts={refusal.more} />
    </section>
  );
}
