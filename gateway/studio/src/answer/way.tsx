import { parse, print } from "graphql";
import type { CSSProperties } from "react";
import type { Answer } from "../gateway/ask.ts";
import { useStudio } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";
import { type WayCall, wayOf } from "./way-of.ts";

/** Which company was asked what, in which order, and how long it took. */
export function Way({ answer }: { readonly answer: Answer }) {
  const text = useText();
  const calls = wayOf(answer.body);
  if (!calls) return <p className="empty">{text.noWay}</p>;
  if (calls.length === 0) return <p className="empty">{text.nobodyAsked}</p>;
  const end = Math.max(...calls.map(({ start, duration }) => start + duration), 1);
  const companies = new Set(calls.map(({ subgraph }) => subgraph)).size;
  return (
    <section className="way" aria-label={text.view.way}>
      <p className="hint">{text.wayHint(calls.length, companies)}</p>
      <ol>
        {calls.map((call) => (
          <Call key={`${call.subgraph} ${call.start} ${call.operation}`} call={call} end={end} />
        ))}
      </ol>
    </section>
  );
}

interface CallProps {
  readonly call: WayCall;
  /** When the last call ended. */
  readonly end: number;
}

function Call({ call, end }: CallProps) {
  const text = useText();
  const schema = useStudio((state) => state.schema);
  const subgraphs = schema.state === "loaded" ? schema.facts.subgraphs : [];
  const index = subgraphs.findIndex(({ name }) => name === call.subgraph);
  const bar = {
    "--from": `${(call.start / end) * 100}%`,
    "--width": `${(call.duration / end) * 100}%`,
    "--hue": `var(--company-${Math.max(index, 0) % 6})`,
  } as CSSProperties;
  const keys = Object.entries(call.keys).map(([type, count]) => `${count} × ${type}`);
  return (
    <li data-failed={call.outcome !== "ok"}>
      <details>
        <summary>
          <span className="who">
            <strong>{call.subgraph}</strong> {subgraphs[index]?.operator ?? ""}
          </span>
          <span className="bar" style={bar}>
            <span />
          </span>
          <span className="numbers">
            {call.duration.toFixed(0)} ms · {(call.size / 1_000).toFixed(1)} kB
            {call.outcome !== "ok" && <strong className="fault"> {call.outcome}</strong>}
          </span>
        </summary>
        {keys.length > 0 && <p>{text.keysSent(keys.join(", "))}</p>}
        <pre tabIndex={0}>{tidy(call.operation)}</pre>
      </details>
    </li>
  );
}

/** The gateway writes operations for machines. */
function tidy(operation: string): string {
  try {
    return print(parse(operation, { noLocation: true }));
  } catch {
    return operation;
  }
}
