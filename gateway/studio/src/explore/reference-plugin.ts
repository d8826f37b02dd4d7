import { DocsIcon, type GraphiQLPlugin } from "@graphiql/react";

/** What the editor names when the reader asks what a word in the question means; the Schema panel then shows it. */
export const REFERENCE_PLUGIN: GraphiQLPlugin = {
  title: "Schema",
  icon: DocsIcon,
  content: () => null,
};
