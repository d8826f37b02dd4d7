import { useAnsweredTo, useViewer } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";

/** Says in every view when the answer on the screen is not that of the viewer who is chosen now. */
export function AnothersAnswer() {
  const text = useText();
  const viewer = useViewer();
  const answeredTo = useAnsweredTo();
  if (!viewer || !answeredTo || viewer.id === answeredTo.id) return null;
  return (
    <p className="anothers-answer" role="status">
      {text.anothersAnswer(answeredTo.name, viewer.name)}
    </p>
  );
}
