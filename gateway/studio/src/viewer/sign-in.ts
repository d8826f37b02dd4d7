import * as oauth from "oauth4webapi";
import type { SignInSettings } from "../gateway/studio-settings.ts";

/** Where the way to the provider and back is remembered; never the token. */
const KEY = "maillon.signIn";

interface Pending {
  readonly verifier: string;
  readonly state: string;
}

/** Leaves for the provider: OpenID Connect, authorization code with PKCE (RFC 7636). */
export async function startSignIn({ issuer, clientId }: SignInSettings): Promise<void> {
  const server = await discover(issuer);
  if (server.authorization_endpoint === undefined)
    throw new Error(`${issuer} has no authorization endpoint.`);
  const pending: Pending = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
  };
  sessionStorage.setItem(KEY, JSON.stringify(pending));
  const url = new URL(server.authorization_endpoint);
  url.search = new URLSearchParams({
    client_id: clientId,
    response_type: "code",
    redirect_uri: redirectUri(),
    scope: "openid",
    state: pending.state,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: "S256",
  }).toString();
  location.assign(url);
}

/** On the way back from the provider: the access token; undefined when this page was opened in another way. */
export async function finishSignIn({ issuer, clientId }: SignInSettings): Promise<string | undefined> {
  const stored = sessionStorage.getItem(KEY);
  const here = new URL(location.href);
  if (stored === null || !here.searchParams.has("state")) return undefined;
  sessionStorage.removeItem(KEY);
  const { verifier, state } = JSON.parse(stored) as Pending;
  const server = await discover(issuer);
  const client = { client_id: clientId };
  const parameters = oauth.validateAuthResponse(server, client, here, state);
  history.replaceState(null, "", redirectUri());
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirectUri(),
    verifier,
    insecureIfLocal(issuer),
  );
  return (await oauth.processAuthorizationCodeResponse(server, client, response)).access_token;
}

async function discover(issuer: string): Promise<oauth.AuthorizationServer> {
  const url = new URL(issuer);
  return oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, insecureIfLocal(issuer)));
}

/** On the developer's own machine a provider may run without TLS; anywhere else it must not. */
function insecureIfLocal(issuer: string): { readonly [oauth.allowInsecureRequests]?: true } {
  const { protocol, hostname } = new URL(issuer);
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return protocol === "http:" && local ? { [oauth.allowInsecureRequests]: true } : {};
}

function redirectUri(): string {
  return new URL("/", location.href).href;
}
