import { type OpenedQuestion, useStudio } from "../studio-store.ts";

/** Opens a question in the editor, at once or as soon as there is one: the examples stand before it does. */
export function useOpenQuestion(): (question: OpenedQuestion) => void {
  const { enter, clearAnswer } = useStudio();
  return (question) => {
    useStudio.setState({ opening: question });
    clearAnswer();
    enter("explore");
  };
}
