import type { AnswerError } from "../gateway/ask.ts";
import { useStudio } from "../studio-store.ts";
import { inLanguage } from "../text/in-language.ts";
import { useText } from "../text/use-text.ts";

/** More lines than these say nothing new. */
const SHOWN = 20;

interface FaultsProps {
  readonly errors: readonly AnswerError[];
  readonly requestId: string | undefined;
}

/** What went wrong, and what to do about it. */
export function Faults({ errors, requestId }: FaultsProps) {
  const text = useText();
  const language = useStudio((state) => state.language);
  if (errors.length === 0) return null;
  return (
    <section className="faults" aria-label={text.errors}>
      <ul>
        {errors.slice(0, SHOWN).map(({ message, path, extensions }) => (
          <li key={`${message} ${path?.join(".")}`}>
            {typeof extensions?.["code"] === "string" && <code>{extensions["code"]}</code>}
            <span>{inLanguage(message, language)}</span>
            {path && <span className="where">{path.join(" › ")}</span>}
          </li>
        ))}
      </ul>
      {errors.length > SHOWN && <p>{text.more(errors.length - SHOWN)}</p>}
      {requestId && <p className="hint">{text.requestId(requestId)}</p>}
    </section>
  );
}
