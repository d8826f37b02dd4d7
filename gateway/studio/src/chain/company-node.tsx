import type { KeyboardEvent } from "react";
import type { Point } from "./circle.ts";

/** Where the name of a company stands. */
export type LabelPlace = "beside" | "outwards" | "below";

interface CompanyNodeProps {
  readonly name: string;
  readonly place: Point;
  readonly subgraphs: readonly string[];
  readonly chosen: boolean;
  readonly label: LabelPlace;
  readonly onChoose: () => void;
}

/** Longer names would leave the picture where they stand outwards; whoever points at one reads it whole. */
const LONGEST = 24;

/** One company of the picture; filled when it runs a subgraph. */
export function CompanyNode({ name, place, subgraphs, chosen, label, onChoose }: CompanyNodeProps) {
  const operates = subgraphs.length > 0;
  const whole = operates ? `${name} (${subgraphs.join(", ")})` : name;
  const choose = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onChoose();
  };
  return (
    <g
      className="company"
      transform={`translate(${place.x} ${place.y})`}
      role="button"
      tabIndex={0}
      aria-pressed={chosen}
      aria-label={whole}
      onClick={onChoose}
      onKeyDown={choose}
    >
      <title>{whole}</title>
      <circle r={operates ? 13 : 8} data-operator={operates} />
      <Label text={label === "beside" ? whole : name} place={label} angle={place.angle} />
    </g>
  );
}

interface LabelProps {
  readonly text: string;
  readonly place: LabelPlace;
  readonly angle: number;
}

function Label({ text, place, angle }: LabelProps) {
  const left = Math.cos(angle) < -0.01;
  if (place === "below") {
    return (
      <text y={42} textAnchor="middle" fontSize={28}>
        {text}
      </text>
    );
  }
  const outwards = place === "outwards";
  const turn = (angle * 180) / Math.PI + (left ? 180 : 0);
  return (
    <g transform={outwards ? `rotate(${turn})` : undefined}>
      <text x={left ? -20 : 20} y={5} textAnchor={left ? "end" : "start"} fontSize={outwards ? 13 : 16}>
        {outwards && text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text}
      </text>
    </g>
  );
}
