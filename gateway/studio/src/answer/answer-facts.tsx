import type { Answer } from "../gateway/ask.ts";
import { useAnsweredTo, useStudio } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";

/** What the answer took: status, time, size. */
export function AnswerFacts({ answer }: { readonly answer: Answer }) {
  const text = useText();
  const language = useStudio((state) => state.language);
  const answeredTo = useAnsweredTo();
  if (answer.status === undefined) return null;
  const digits = answer.size < 10_000 ? 1 : 0;
  const size = new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(answer.size / 1_000);
  return (
    <dl className="answer-facts">
      <div>
        <dt>{text.answeredTo}</dt>
        <dd>{answeredTo?.name}</dd>
      </div>
      <div>
        <dt>{text.status}</dt>
        <dd data-good={answer.status < 400}>{answer.status}</dd>
      </div>
      <div>
        <dt>{text.time}</dt>
        <dd>{Math.round(answer.duration)} ms</dd>
      </div>
      <div>
        <dt>{text.size}</dt>
        <dd>{size} kB</dd>
      </div>
    </dl>
  );
}
