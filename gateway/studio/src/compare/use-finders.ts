import { useMemo } from "react";
import { coordinatesOf } from "../answer/coordinates.ts";
import { createFindRefusal, type FindRefusal, refusalsOf } from "../answer/refusal.ts";
import { useStudio } from "../studio-store.ts";
import type { Asked } from "./ask-as.ts";

/** How to find the refusals of each answer. */
export function useFinders(asked: readonly Asked[]): readonly FindRefusal[] {
  const schema = useStudio((state) => state.schema);
  return useMemo(
    () =>
      asked.map((each): FindRefusal => {
        if (!("answer" in each)) return () => undefined;
        const { question, body } = each.answer;
        const known = schema.state === "loaded" ? coordinatesOf(schema.schema, question) : new Map();
        return createFindRefusal(refusalsOf(body), known);
      }),
    [asked, schema],
  );
}
