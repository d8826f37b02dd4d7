import { DATA_CLASSES } from "../data-class.ts";
import { checkPolicies } from "./check-policies.ts";
import { readCheckedPolicies } from "./checked-policies.ts";
import { loadPolicies } from "./load-policies.ts";
import { toldAction } from "./policy.ts";
import { readPolicies } from "./read-policies.ts";

const shipped = readPolicies();
const loadWith = (text: string) => loadPolicies({ ...shipped, files: { ...shipped.files, "x.cedar": text } });
const policy = (condition: string, head = '@id("x") @why("Because.")') =>
  `${head} permit (principal is Maillon::Employee, action == Maillon::Action::"BID", resource) when { ${condition} };`;

describe("the shipped policies", () => {
  it("load, and speak of every class", () => {
    const { policies } = loadPolicies();
    const spoken = new Set(policies.flatMap(({ actions }) => [...actions]));
    expect(DATA_CLASSES.filter((each) => !spoken.has(each) || !spoken.has(toldAction(each)))).toEqual([]);
  });
});

describe("loading policies", () => {
  it.each<[fault: string, text: string, message: RegExp]>([
    ["a text that is no policy", "permit (", /"x\.cedar" cannot be read/],
    ["a policy without @id", policy("true", '@why("Because.")'), /has no @id/],
    ["a policy without @why", policy("true", '@id("x")'), /"x" has no @why/],
    [
      "an @id that is taken",
      policy("resource.published", '@id("owner") @why("Because.")'),
      /"owner" shares its @id/,
    ],
    ["a fact that does not exist", policy("resource.price == 1"), /"x" is invalid: .*price/],
    ["a comparison of unlike things", policy("resource.owner == principal.company"), /"x" is invalid/],
    [
      "a policy that can never apply",
      policy("principal.company == principal.company && false"),
      /"x" is invalid/,
    ],
    [
      "an operator that the compiler does not know",
      policy('resource.category.contains("a") == (if resource.published then true else false)'),
      /"x" uses "if-then-else", which this compiler does not know/,
    ],
    [
      "a policy about one viewer",
      policy("true").replace("is Maillon::Employee", '== Maillon::Employee::"eve"'),
      /"x" names a single viewer/,
    ],
    [
      "a policy about one object",
      policy("true").replace("resource)", 'resource == Maillon::Thing::"t")'),
      /"x" names a resource/,
    ],
    [
      "a template",
      policy("true").replace("principal is Maillon::Employee", "principal == ?principal"),
      /"x\.cedar" holds a template/,
    ],
  ])("refuses %s", (_fault, text, message) => {
    expect(() => loadWith(text)).toThrow(message);
  });

  it("refuses a schema that cannot be read", () => {
    expect(() => loadPolicies({ ...shipped, schema: "namespace" })).toThrow(/"schema" cannot be read/);
  });
});

describe("the published check of the shipped policies", () => {
  it("spares a process the check, and says what Cedar says", () => {
    expect(readCheckedPolicies(shipped)).toMatchObject(checkPolicies(shipped));
  });

  it.each([
    ["the schema", { ...shipped, schema: `${shipped.schema}\n` }],
    ["a policy", { ...shipped, files: { ...shipped.files, "10-floor.cedar": "" } }],
    ["the number of policies", { ...shipped, files: { ...shipped.files, "x.cedar": "" } }],
  ])("counts for nothing once %s is another", (_what, changed) => {
    expect(readCheckedPolicies(changed)).toBeUndefined();
  });
});
