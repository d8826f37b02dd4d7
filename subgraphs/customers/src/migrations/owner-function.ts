/**
 * A function that runs as the owner, whom row rules let pass. Strict: without a company there is no answer, so that a
 * consumer is never taken for one.
 */
export function ownerFunction(signature: string, body: string): string {
  return `create function ${signature}
    language sql stable strict security definer set search_path from current as $$ ${body} $$`;
}

/** Whether a holding counts today. A migration keeps its own words, whatever the rule of the same name comes to say. */
export function inForce(holding: string): string {
  const today = "(now() at time zone 'utc')::date";
  return `${holding}.since <= ${today} and (${holding}.until is null or ${today} < ${holding}.until)`;
}
