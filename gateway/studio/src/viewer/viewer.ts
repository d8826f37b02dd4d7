import type { DemoPersona } from "../gateway/studio-settings.ts";

/** Someone as whom the studio can ask. */
export interface Viewer {
  /** Unique in this page; a demo viewer's is the same in every page. */
  readonly id: string;
  readonly name: string;
  readonly detail: { readonly en: string; readonly fr: string };
  readonly token: string;
}

/** The viewer behind a persona of the demo. */
export function viewerOfPersona({ persona, company, about, token }: DemoPersona): Viewer {
  return { id: persona, name: company, detail: about, token };
}

/**
 * The viewer behind a token that a person brought. What it claims is shown, never trusted: the gateway checks it.
 *
 * @throws Error when the text is no token at all.
 */
export function viewerOfToken(text: string): Viewer {
  const token = text.trim().replace(/^Bearer\s+/i, "");
  const claims = claimsOf(token);
  const name = [claims["organization"], claims["sub"]].find((claim) => typeof claim === "string") ?? "Token";
  const issuer = typeof claims["iss"] === "string" ? claims["iss"] : "";
  return { id: `token:${token.slice(-12)}`, name, detail: { en: issuer, fr: issuer }, token };
}

function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const [, payload = ""] = token.split(".");
  try {
    const text = atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof claims === "object" && claims !== null) return claims as Record<string, unknown>;
  } catch {
    // Not a token that this page can read.
  }
  throw new Error("This is not a token.");
}
