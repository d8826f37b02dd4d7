import { reach } from "./reach.ts";
/** What the gateway tells before anyone is signed in. */
export interface StudioSettings {
  /** Whether the fictional chain runs, with viewers for everybody. */
  readonly demo: boolean;
  readonly signIn?: SignInSettings;
}

/** The OpenID Connect provider of the operator. */
export interface SignInSettings {
  readonly issuer: string;
  readonly clientId: string;
}

/** A viewer of the demo chain, ready to ask. */
export interface DemoPersona {
  /** Such as `integra/buying`. */
  readonly persona: string;
  readonly company: string;
  readonly about: { readonly en: string; readonly fr: string };
  readonly token: string;
}

/** `GET /studio/settings`. */
export async function loadSettings(): Promise<StudioSettings> {
  const response = await reach("/studio/settings");
  if (!response.ok) throw new Error(`The gateway answered ${response.status}.`);
  return (await response.json()) as StudioSettings;
}

/** `GET /studio/personas`; nobody outside the demo, or on another machine. */
export async function loadPersonas(): Promise<readonly DemoPersona[]> {
  const response = await reach("/studio/personas");
  return response.ok ? ((await response.json()) as DemoPersona[]) : [];
}
