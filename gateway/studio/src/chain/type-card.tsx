import { useText } from "../text/use-text.ts";
import type { OwnedType } from "./types-of.ts";

interface TypeCardProps {
  readonly type: OwnedType;
  readonly open: boolean;
}

/** A company's part of one type. */
export function TypeCard({ type: { name, home, fields, shared }, open }: TypeCardProps) {
  const text = useText();
  const locked = fields.filter(({ classes }) => classes.length > 0).length;
  return (
    <li data-home={home}>
      <details open={open}>
        <summary>
          <strong>{home ? name : `+ ${name}`}</strong>
          <small>
            {text.fieldCount(fields.length, locked)}
            {shared.length > 0 && ` · ${text.sharedWith(shared.join(", "))}`}
          </small>
        </summary>
        <ul>
          {fields.map((field) => (
            <li key={field.name}>
              <code>{field.name}</code>
              {field.classes.map((each) => (
                <span key={each} className="class">
                  {each}
                </span>
              ))}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
