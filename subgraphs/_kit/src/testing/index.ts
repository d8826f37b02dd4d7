export { beltedTypes, bothBelts, entityWay, objectsFound } from "./both-belts.ts";
export { nothingAgreedBy } from "./no-agreements.ts";
export { type Flip, flipHidden, tablesWithSecrets } from "./flip-hidden.ts";
export { declaredFacts } from "./declared-facts.ts";
export { urlFor, withClient } from "../database/with-client.ts";
export { openTestDatabase } from "./open-test-database.ts";
export {
  type Answer,
  openTestSubgraph,
  type TestSubgraph,
  type TestSubgraphOptions,
} from "./open-test-subgraph.ts";
export { createTestGateway, type TestGateway } from "./test-gateway.ts";
export { type DeliveredRecords, importedId, importRecords } from "./import-records.ts";
export { sessionVariables } from "../database/session-variables.ts";
export { sessionViewer, VIEWER_QUERY } from "../mask/session-viewer.ts";
export { failuresAt, type StrangeQuestion, strangeQuestions } from "./strange-questions.ts";
