/**
 * A function that runs as the owner, whom row rules let pass. Strict: without a company there is no answer, so that a
 * consumer is never taken for one.
 */
export function ownerFunction(signature: string, body: string): string {
  return `create function ${signature}
    language sql stable strict security definer set search_path from current as $$ ${body} $$`;
}
