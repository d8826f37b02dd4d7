/** Another company's object, of which this subgraph knows the id alone; null when there is none. */
export function stubOf<Stub extends { id: string }>(stub: new () => Stub, id: string): Stub;
export function stubOf<Stub extends { id: string }>(stub: new () => Stub, id: string | null): Stub | null;
export function stubOf<Stub extends { id: string }>(stub: new () => Stub, id: string | null): Stub | null {
  return id === null ? null : Object.assign(new stub(), { id });
}
