import { fileURLToPath } from "node:url";

/** The folder of this clone. */
export const repositoryRoot = fileURLToPath(new URL("../../", import.meta.url));
