import type { Answer } from "../gateway/ask.ts";
import { useStudio } from "../studio-store.ts";
import { inLanguage } from "../text/in-language.ts";
import { useText } from "../text/use-text.ts";

/** More lines than these say nothing new. */
const SHOWN = 20;

/** What went wrong, and what to do about it. */
export function Faults({ answer }: { readonly answer: Answer }) {
  const text = useText();
  const language = useStudio((state) => state.language);
  const { requestId, retryAfter, body } = answer;
  const { errors = [] } = body;
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
      {retryAfter !== undefined && <p>{text.retryAfter(retryAfter)}</p>}
      {answer.status === 401 && <p>{text.newToken}</p>}
      {requestId && <p className="hint">{text.requestId(requestId)}</p>}
    </section>
  );
}
