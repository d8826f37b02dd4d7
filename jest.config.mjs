import { availableParallelism } from "node:os";
import { swcOptions } from "./scripts/swc-options.mjs";

/** @type {import("jest").Config} */
export default {
  roots: ["gateway", "schema", "scripts", "subgraphs", "test"].map((folder) => `<rootDir>/${folder}`),
  testMatch: ["**/*.test.ts"],
  modulePathIgnorePatterns: ["/dist/"],
  extensionsToTreatAsEsm: [".ts"],
  transform: { "\\.ts$": ["@swc/jest", swcOptions] },
  testEnvironmentOptions: { customExportConditions: ["source", "node", "node-addons"] },
  // Tests mostly wait for databases and processes: two at a time pay even where jest would run one.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  globalSetup: "<rootDir>/scripts/jest/setup.mjs",
  globalTeardown: "<rootDir>/scripts/jest/teardown.mjs",
  // Starting processes and databases takes its time on a busy machine.
  testTimeout: 300_000,
};
