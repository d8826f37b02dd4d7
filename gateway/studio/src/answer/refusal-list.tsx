import { useStudio } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";
import { Lock } from "./lock.tsx";
import type { Refusal } from "./refusal.ts";

/** What this viewer was refused, one line for each field. */
export function RefusalList({ refusals }: { readonly refusals: readonly Refusal[] }) {
  const text = useText();
  const select = useStudio((state) => state.select);
  if (refusals.length === 0) return null;
  return (
    <section className="refusals" aria-label={text.refused}>
      <h2>{text.refusedFields(refusals.length)}</h2>
      <ul>
        {refusals.map((each) => (
          <li key={`${each.coordinate} ${each.paths[0]}`}>
            <button type="button" onClick={() => select(each.paths[0])} disabled={each.paths.length === 0}>
              <Lock /> <code>{each.coordinate}</code>{" "}
              {each.classes.map((name) => (
                <span key={name} className="class">
                  {name}
                </span>
              ))}
              {each.count > 1 && <span className="count"> × {each.count}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
