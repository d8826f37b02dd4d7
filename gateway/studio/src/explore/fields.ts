import { explorerPlugin } from "@graphiql/plugin-explorer";

/** The tree of fields that writes the question by clicks. */
export const Fields = explorerPlugin({ showAttribution: false }).content;
