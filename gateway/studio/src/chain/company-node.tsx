import type { KeyboardEvent } from "react";
import type { Point } from "./circle.ts";

interface CompanyNodeProps {
  readonly name: string;
  readonly place: Point;
  readonly subgraphs: readonly string[];
  readonly chosen: boolean;
  readonly crowded: boolean;
  readonly onChoose: () => void;
}

/** One company of the picture; filled when it runs a subgraph. */
export function CompanyNode({ name, place, subgraphs, chosen, crowded, onChoose }: CompanyNodeProps) {
  const { x, y, angle } = place;
  const operates = subgraphs.length > 0;
  const left = Math.cos(angle) < -0.01;
  const turn = (angle * 180) / Math.PI + (left ? 180 : 0);
  const label = operates ? `${name} (${subgraphs.join(", ")})` : name;
  const choose = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onChoose();
  };
  return (
    <g
      className="company"
      transform={`translate(${x} ${y})`}
      role="button"
      tabIndex={0}
      aria-pressed={chosen}
      aria-label={label}
      onClick={onChoose}
      onKeyDown={choose}
    >
      <circle r={operates ? 13 : 8} data-operator={operates} />
      <g transform={crowded ? `rotate(${turn})` : undefined}>
        <text x={left ? -20 : 20} y={5} textAnchor={left ? "end" : "start"} fontSize={crowded ? 12 : 16}>
          {label}
        </text>
      </g>
    </g>
  );
}
