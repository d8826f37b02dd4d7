import { useState } from "react";
import { ask } from "../gateway/ask.ts";
import { isObject, type Json } from "../gateway/json.ts";
import { useStudio, useViewer } from "../studio-store.ts";
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
  const viewer = useViewer();
  const schema = useStudio((state) => state.schema);
  const [finding, setFinding] = useState<Finding>({ state: "none" });
  const inquire: Inquire = async (field, variables) => {
    const query = schema.state === "loaded" ? questionFor(schema.schema, field, variables) : undefined;
    if (!viewer || query === undefined) return;
    setFinding({ state: "asking" });
    try {
      const { body } = await ask({ query, variables }, { token: viewer.token });
      const told = isObject(body.data) ? body.data[field] : undefined;
      const [error] = body.errors ?? [];
      setFinding(
        error ? { state: "failed", message: error.message } : { state: "told", value: told ?? null },
      );
    } catch (error) {
      setFinding({ state: "failed", message: (error as Error).message });
    }
  };
  return [finding, inquire];
}
