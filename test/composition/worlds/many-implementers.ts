import type { Thing, World } from "../world.ts";

const types = Array.from({ length: 12 }, (_, index) => `Sensor${index}`);
const sensors: Thing[] = types.map((__typename, index) => ({ __typename, id: `s${index}`, value: index }));
const typesWith = (fields: string) =>
  types.map((type) => `type ${type} implements Sensor @key(fields: "id") { id: ID! ${fields} }`).join("\n");
const measuring = `interface Sensor { id: ID! value: Int } ${typesWith("value: Int @shareable")}`;

/** An interface with many implementers and a field that three companies can tell of each of them. */
export const manyImplementers: World = {
  subgraphs: {
    registry: `
      type Query { sensors: [Sensor!]! count: Int }
      interface Sensor { id: ID! }
      ${typesWith("")}`,
    north: measuring,
    south: measuring,
    west: measuring,
  },
  things: sensors,
  rules: { "Query.sensors": () => sensors, "Query.count": () => sensors.length },
  operations: [],
};

/** Valid and small, but with three ways to each of twelve types Apollo's planner weighs 3^12 plans. */
export const endlessOperation = "{ sensors { value } }";
