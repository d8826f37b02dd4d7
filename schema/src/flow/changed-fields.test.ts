import { VISIBILITY_DEFINITIONS, VISIBILITY_LINK } from "../visibility/index.ts";
import { changedFields } from "./changed-fields.ts";

const orders = (fields: string) => ({
  name: "orders",
  operator: "integra",
  sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
${VISIBILITY_LINK} ${VISIBILITY_DEFINITIONS}
type Line @visible(class: "TRADE_CORE") { unit: String ${fields} }`,
});

const inLine = (classes: readonly string[], ownClass: boolean) => [
  { subgraph: "orders", coordinate: "Line.note", classes, ownClass },
];

test.each([
  [
    "is new with a class",
    "",
    'note: String @visible(class: "TRADE_AMOUNT")',
    ["TRADE_AMOUNT", "TRADE_CORE"],
    true,
  ],
  ["is new without one, and has that of its type", "", "note: String", ["TRADE_CORE"], false],
  ["loses its class", 'note: String @visible(class: "TRADE_AMOUNT")', "note: String", ["TRADE_CORE"], false],
] as const)(
  "a field that %s is told with all that its readers need",
  (...[, before, after, classes, own]) => {
    expect(changedFields([orders(before)], [orders(after)])).toEqual(inLine(classes, own));
  },
);

test("a field that is as it was is not told, whatever else is said of it", () => {
  expect(changedFields([orders("note: String")], [orders('"What was said." note: String')])).toEqual([]);
});
