import { loadPersonas, loadSettings, type SignInSettings } from "./gateway/studio-settings.ts";
import { useStudio } from "./studio-store.ts";
import { TEXTS } from "./text/texts.ts";
import { viewerOfPersona, viewerOfToken } from "./viewer/viewer.ts";

/** Learns who can be asked as: the demo's viewers, or whoever has just signed in. */
export async function openStudio(sharedViewer: string | undefined): Promise<void> {
  const { addViewer, language, notify } = useStudio.getState();
  try {
    const settings = await loadSettings();
    const viewers = (settings.demo ? await loadPersonas() : []).map(viewerOfPersona);
    const first = viewers.find(({ id }) => id === sharedViewer) ?? viewers[0];
    useStudio.setState({ settings, viewers, viewerId: first?.id });
    const token = settings.signIn && (await tokenFrom(settings.signIn));
    if (token !== undefined) addViewer(viewerOfToken(token));
  } catch (error) {
    notify(TEXTS[language].notOpened(error instanceof Error ? error.message : String(error)));
  }
}

async function tokenFrom(provider: SignInSettings): Promise<string | undefined> {
  const { finishSignIn } = await import("./viewer/sign-in.ts");
  return finishSignIn(provider);
}
