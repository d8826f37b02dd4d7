import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

const style = `
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif }
body { max-width: 44rem; margin: 3rem auto; padding: 0 1.25rem }
h1 { font-size: 1.6rem; margin-bottom: 0 }
code, pre { font: .9rem/1.5 ui-monospace, monospace }
pre { padding: 1rem; overflow-x: auto; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: .5rem }
`;

const demoToken = `
<h2>Get a token</h2>
<p>In the folder where the demo chain runs:</p>
<pre>TOKEN=$(npm run --silent token -- integra/buying)</pre>
<p>Other viewers: <code>fabrica/pricing</code>, <code>rivalis/buying</code>, <code>vega/service</code>,
<code>boulange/buying</code>, <code>nantes/buying</code>, <code>autorite/compliance</code>,
<code>etrangere/buying</code>, <code>consumer/claire</code>.</p>`;

const ownToken = `
<h2>Get a token</h2>
<p>Your company's identity provider issues it; send it as <code>Authorization: Bearer &lt;token&gt;</code>.</p>`;

interface PlainPageOptions {
  readonly demo: boolean;
  /** Where the script is that opens the studio as soon as it is there; undefined when none is to come. */
  readonly waitingScript: string | undefined;
}

/** Answers a person who opens, in a browser, a gateway without a studio; the page needs nothing from anywhere else. */
export function createPlainPage(
  options: PlainPageOptions,
): (request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  const policy = policyFor(options);
  return (request, reply) =>
    reply
      .type("text/html; charset=utf-8")
      .header("content-security-policy", policy)
      .send(pageFor(options, originOf(request)));
}

/** Where the reader has come to; read as a host, so that no header writes anything else into the page. */
function originOf({ protocol, host }: FastifyRequest): string {
  const address = `${protocol}://${host}`;
  return URL.canParse(address) ? new URL(address).origin : "http://localhost";
}

function policyFor({ waitingScript }: PlainPageOptions): string {
  const hash = createHash("sha256").update(style).digest("base64");
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    ...(waitingScript === undefined ? [] : ["script-src 'self'", "connect-src 'self'"]),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function studioToCome(waitingScript: string): string {
  return `
<p role="status">The studio is not built yet. This page turns into it as soon as it is.</p>
<script src="${waitingScript}" defer></script>`;
}

function pageFor({ demo, waitingScript }: PlainPageOptions, origin: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Maillon</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Maillon</h1>
<p>One GraphQL endpoint for companies that trade with each other. Each company answers for its own data, and the
agreements between them decide who sees whose customers and whose prices.</p>${waitingScript === undefined ? "" : studioToCome(waitingScript)}
<h2>Endpoint</h2>
<pre>POST /graphql</pre>
${demo ? demoToken : ownToken}
<h2>Ask</h2>
<pre>curl ${origin}/graphql \\
  -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
  -d '{"query":"{ products(first: 5) { nodes { name manufacturer { name } offers { seller { name } } } } }"}'</pre>
<p>State of this gateway: <a href="/health">health</a>, <a href="/ready">ready</a>, <a href="/metrics">metrics</a>.</p>
</main>
</body>
</html>
`;
}
