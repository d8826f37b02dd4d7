/** A question that travels in a link: in the fragment, which no browser sends to any server. */
export interface SharedQuestion {
  readonly query: string;
  readonly variables: string;
  /** The viewer's id in the demo; a token is never part of a link. */
  readonly viewer: string | undefined;
}

/** The link that opens the studio with a question. */
export function shareLink({ query, variables, viewer }: SharedQuestion, page: string): string {
  const parameters = new URLSearchParams({ query });
  if (variables.trim() !== "") parameters.set("variables", variables);
  if (viewer !== undefined && !viewer.startsWith("token:")) parameters.set("viewer", viewer);
  return `${new URL("/", page).href}#${parameters}`;
}

/** The question of a link's fragment; undefined when there is none. */
export function readShareLink(fragment: string): SharedQuestion | undefined {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ""));
  const query = parameters.get("query");
  if (query === null) return undefined;
  return {
    query,
    variables: parameters.get("variables") ?? "",
    viewer: parameters.get("viewer") ?? undefined,
  };
}
