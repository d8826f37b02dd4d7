/** A place on the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
  /** Direction from the centre, in radians. */
  readonly angle: number;
}

const RADIUS = 215;
/** How far chords keep towards the centre: bent lines are told apart where straight ones would lie on each other. */
const BEND = 0.25;

/** The place of one of so many companies, evenly around, the first at the top. */
export function circle(index: number, count: number): Point {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  return { x: rounded(Math.cos(angle) * RADIUS), y: rounded(Math.sin(angle) * RADIUS), angle };
}

/** An SVG path from one place to another. */
export function chord(from: Point, to: Point): string {
  const x = rounded(((from.x + to.x) / 2) * BEND);
  const y = rounded(((from.y + to.y) / 2) * BEND);
  return `M${from.x} ${from.y} Q${x} ${y} ${to.x} ${to.y}`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
