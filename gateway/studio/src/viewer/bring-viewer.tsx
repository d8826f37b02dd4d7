import { type FormEvent, useEffect, useRef, useState } from "react";
import type { SignInSettings } from "../gateway/studio-settings.ts";
import { useStudio } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";
import { viewerOfToken } from "./viewer.ts";

/** Takes a token, or leaves for the operator's identity provider. */
export function BringViewer({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const signIn = useStudio((state) => state.settings?.signIn);
  const notify = useStudio((state) => state.notify);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-label={text.bringTitle}>
      <h2>{text.bringTitle}</h2>
      {signIn && (
        <button
          type="button"
          className="primary"
          onClick={() => void leaveFor(signIn).catch((error: Error) => notify(error.message))}
        >
          {text.signInAt(new URL(signIn.issuer).host)}
        </button>
      )}
      <TokenForm onDone={() => dialog.current?.close()} />
    </dialog>
  );
}

async function leaveFor(provider: SignInSettings): Promise<void> {
  const { startSignIn } = await import("./sign-in.ts");
  await startSignIn(provider);
}

function TokenForm({ onDone }: { readonly onDone: () => void }) {
  const text = useText();
  const addViewer = useStudio((state) => state.addViewer);
  const [token, setToken] = useState("");
  const [fault, setFault] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    try {
      addViewer(viewerOfToken(token));
      onDone();
    } catch {
      setFault(true);
    }
  };
  return (
    <form onSubmit={submit}>
      <label htmlFor="token">{text.pasteToken}</label>
      <textarea
        id="token"
        rows={5}
        value={token}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={fault}
        aria-describedby="token-help"
        onChange={({ target }) => setToken(target.value)}
      />
      <p id="token-help" className={fault ? "fault" : "hint"}>
        {fault ? text.notAToken : text.tokenHint}
      </p>
      <div className="buttons">
        <button type="button" onClick={onDone}>
          {text.cancel}
        </button>
        <button type="submit" className="primary" disabled={token.trim() === ""}>
          {text.useToken}
        </button>
      </div>
    </form>
  );
}
