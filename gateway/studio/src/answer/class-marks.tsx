import { useStudio } from "../studio-store.ts";
import type { AnswerPath } from "./answer-path.ts";
import { classesAt, type Reading } from "./reading.ts";

interface ClassMarksProps {
  readonly path: AnswerPath;
  readonly reading: Reading;
}

/** The data classes of an object or list that this viewer may see. */
export function ClassMarks({ path, reading }: ClassMarksProps) {
  const schema = useStudio((state) => state.schema);
  return classesAt(path, reading, schema).map((name) => (
    <span key={name} className="class">
      {name}
    </span>
  ));
}
