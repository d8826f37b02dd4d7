import type { Thing } from "../world.ts";
import { pick } from "./drawing.ts";
import type { Making } from "./generated-world.ts";

/** An interface of one company that others extend without knowing what implements it. */
export function drawInterfaceObject(making: Making): void {
  const { draw, book, rules, subgraphs } = making;
  const home = pick(draw, subgraphs);
  const devices: Thing[] = ["D0", "D1", "D0"].map((__typename, index) => ({
    __typename,
    id: `d${index}`,
    label: index === 2 ? null : `label ${index}`,
    x: index,
    ...(__typename === "D1" ? { screen: `screen ${index}` } : { calls: index }),
  }));
  making.things.push(...devices);
  book.add(home, `interface Device @key(fields: "id") { id: ID! label: String }`);
  for (const type of ["D0", "D1"]) {
    book.key(home, type, { fields: "id" });
    book.implement(home, type, "Device");
    book.field(home, type, { name: "label", is: "String" });
  }
  book.field(home, "D0", { name: "calls", is: "Int" });
  book.field(home, "D1", { name: "screen", is: "String" });
  book.field(home, "Query", { name: "devices", is: "[Device!]!" });
  rules["Query.devices"] = () => devices;
  for (const [index, subgraph] of subgraphs.filter((each) => each !== home).entries())
    if (index === 0 || draw(2) === 0) extend(making, { subgraph, index, devices });
}

function extend(
  { draw, book, rules }: Making,
  { subgraph, index, devices }: { subgraph: string; index: number; devices: readonly Thing[] },
): void {
  book.key(subgraph, "Device", { fields: "id" });
  book.direct(subgraph, "Device", "@interfaceObject");
  book.field(subgraph, "Device", { name: `x${index}`, is: "Int" });
  rules[`Device.x${index}`] = ({ id }) => String(id).length + index;
  if (draw(2) === 0) {
    book.field(subgraph, "Device", { name: "label", is: "String @external" });
    book.field(subgraph, "Device", { name: `y${index}`, is: `String @requires(fields: "label")` });
    rules[`Device.y${index}`] = ({ label }) => `y${index}(${String(label)})`;
  }
  if (draw(2) > 0) return;
  book.field(subgraph, "Query", { name: `odd${index}`, is: "[Device]" });
  rules[`Query.odd${index}`] = () => devices.toReversed();
}
