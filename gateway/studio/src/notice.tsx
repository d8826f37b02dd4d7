import { useEffect } from "react";
import { useStudio } from "./studio-store.ts";
import { useText } from "./text/use-text.ts";

/** How long a notice stays, in milliseconds. */
const STAY = 6_000;

/** What has just happened, for a moment; screen readers say it. */
export function Notice() {
  const notice = useStudio((state) => state.notice);
  const notify = useStudio((state) => state.notify);
  const text = useText();
  useEffect(() => {
    if (notice === undefined) return undefined;
    const timer = setTimeout(() => notify(undefined), STAY);
    return () => clearTimeout(timer);
  }, [notice, notify]);
  return (
    <div className="notice" role="status">
      {notice !== undefined && (
        <p>
          {notice}{" "}
          <button type="button" className="close" onClick={() => notify(undefined)} aria-label={text.close}>
            ×
          </button>
        </p>
      )}
    </div>
  );
}
