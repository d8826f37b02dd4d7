import { useCallback, useState } from "react";
import { ask } from "../gateway/ask.ts";
import { isObject, type Json } from "../gateway/json.ts";
import { useAnsweredTo, useStudio } from "../studio-store.ts";
import { withNames } from "./known-names.ts";
import { questionFor } from "./root-field.ts";

/** What came of an inquiry. */
export type Finding =
  | { readonly state: "none" }
  | { readonly state: "asking" }
  | { readonly state: "told"; readonly value: Json }
  | { readonly state: "failed"; readonly message: string };

/** Asks one root field about a value. */
export type Inquire = (field: string, variables: Readonly<Record<string, string>>) => Promise<void>;

/** The last finding, and how to get the next. */
export function useInquiry(): readonly [Finding, Inquire] {
  const viewer = useAnsweredTo();
  const schema = useStudio((state) => state.schema);
  const [finding, setFinding] = useState<Finding>({ state: "none" });
  const inquire: Inquire = useCallback(
    async (field, variables) => {
      if (!viewer || schema.state !== "loaded") return;
      const query = questionFor(schema.schema, field, variables);
      if (query === undefined) return;
      const { token } = viewer;
      setFinding({ state: "asking" });
      try {
        const { body } = await ask({ query, variables }, { token });
        const told = (isObject(body.data) ? body.data[field] : undefined) ?? null;
        const [error] = body.errors ?? [];
        if (error) setFinding({ state: "failed", message: error.message });
        else setFinding({ state: "told", value: await withNames(told, schema.schema, token) });
      } catch (error) {
        setFinding({ state: "failed", message: (error as Error).message });
      }
    },
    [viewer, schema],
  );
  return [finding, inquire];
}
