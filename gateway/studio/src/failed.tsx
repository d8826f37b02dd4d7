import { useText } from "./text/use-text.ts";

interface FailedProps {
  readonly message: string;
  readonly onTryAgain: () => void;
}

/** What could not be read, and how to read it after all. */
export function Failed({ message, onTryAgain }: FailedProps) {
  const text = useText();
  return (
    <div className="empty failed" role="alert">
      <p className="fault">{message}</p>
      <button type="button" className="primary" onClick={onTryAgain}>
        {text.tryAgain}
      </button>
    </div>
  );
}
