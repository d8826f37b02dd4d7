import { createServer } from "node:http";
import { once } from "node:events";
import { exportJWK, generateKeyPair } from "jose";
import { type Configuration, Provider } from "oidc-provider";

interface ProviderOptions {
  /** Where it listens on this machine. */
  readonly port: number;
  /** Where people come back to. */
  readonly redirectUri: string;
  /** `aud` of its access tokens. */
  readonly audience: string;
  /** `Organization.id` of everybody who signs in. */
  readonly organization: string;
}

/** A company's OpenID Connect provider, as a process of its own would be: pages, cookies, signed tokens. */
export interface IdentityProvider extends AsyncDisposable {
  readonly issuer: string;
}

/** The studio's client id there. */
export const STUDIO_CLIENT = "maillon-studio";

/** Starts a provider that lets anybody in who names herself, and knows the studio as a public client with PKCE. */
export async function openIdentityProvider(options: ProviderOptions): Promise<IdentityProvider> {
  const issuer = `http://localhost:${options.port}`;
  const speakAgain = silenceNotices();
  const provider = new Provider(issuer, await configurationFor(options));
  const server = createServer(provider.callback()).listen(options.port, "127.0.0.1");
  await once(server, "listening");
  return {
    issuer,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      speakAgain();
    },
  };
}

/** The provider writes, again and again, that what is used here is for development alone; all else is still written. */
function silenceNotices(): () => void {
  const { info, warn } = console;
  const without =
    (write: typeof info): typeof info =>
    (first, ...rest) =>
      String(first).includes("oidc-provider ") ? undefined : write(first, ...rest);
  Object.assign(console, { info: without(info), warn: without(warn) });
  return () => void Object.assign(console, { info, warn });
}

async function configurationFor({
  redirectUri,
  audience,
  organization,
}: ProviderOptions): Promise<Configuration> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: "test", alg: "ES256", use: "sig" };
  return {
    clients: [
      {
        client_id: STUDIO_CLIENT,
        token_endpoint_auth_method: "none",
        redirect_uris: [redirectUri],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        id_token_signed_response_alg: "ES256",
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ["for one test"] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    pkce: { required: () => true },
    clientBasedCORS: (_context, origin) => origin === new URL(redirectUri).origin,
    extraTokenClaims: () => ({ organization, roles: ["buying"] }),
    features: {
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          audience,
          scope: "",
          accessTokenFormat: "jwt",
          jwt: { sign: { alg: "ES256" } },
        }),
      },
    },
  };
}
