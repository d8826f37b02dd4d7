/** Words that depend on a key which the gateway chooses. */
type Words = Readonly<Record<string, string>>;

const s = (count: number) => (count === 1 ? "" : "s");

/** A clause of an agreement, in the words of the gateway. */
interface NamedClause {
  readonly clause: string;
  readonly kind: string;
  readonly agreement: string;
  readonly version: string;
}

/** English. */
export const english = {
  rooms: "Rooms",
  room: { explore: "Explore", compare: "Compare", chain: "Chain", types: "Types" },
  language: "Language",
  darkTheme: "Dark theme",
  lightTheme: "Light theme",
  close: "Close",
  cancel: "Cancel",
  yes: "yes",
  no: "no",

  viewAs: "View as",
  viewers: "Viewers",
  nobody: "nobody yet",
  bringViewer: "Another viewer …",
  bringTitle: "View as somebody else",
  chooseViewer: "Choose first as whom you ask: “View as”, at the top.",
  signInAt: (host: string) => `Sign in at ${host}`,
  pasteToken: "Bearer token",
  tokenHint: "It stays in this page's memory and goes nowhere but to this gateway.",
  notAToken: "This is not a token: it has three parts with dots between them.",
  useToken: "View as its holder",

  panels: "Panels",
  panel: {
    examples: "Examples",
    docs: "Schema",
    fields: "Fields",
    history: "History",
    collections: "Saved",
  },
  examplesSteps: [
    "Press an example: it asks at once.",
    "Choose another company at “View as”: the same question is asked again.",
    "Press a lock to read why a value is missing.",
  ],
  example: {
    prices: { title: "Prices", about: "What a product costs along the chain, and who may know" },
    orders: { title: "Orders", about: "Who ordered what from whom" },
    customers: { title: "Customers", about: "Whom a company sells to, and what it may know of them" },
    agreements: { title: "Agreements", about: "What a company agreed on, clause by clause" },
    awards: { title: "Public awards", about: "Contracts that anyone may know of" },
    disclosure: {
      title: "Disclosure request",
      about: "A regulator opens a company's data, and closes it; choose the operation at ▶",
    },
  },
  schemaLoading: "Asking which schema this viewer may know …",
  schemaFailed: (why: string) =>
    `The gateway did not tell its schema. ${why} Choose another viewer, or try again.`,
  downloadSdl: "Download the schema",
  searchSchema: "Search the schema",
  history: {
    empty: "Nothing asked yet. What you ask is kept in this browser.",
    clear: "Clear",
    keep: (name: string) => `Keep ${name} at the top`,
    release: (name: string) => `No longer keep ${name} at the top`,
    remove: (name: string) => `Remove ${name}`,
  },
  collection: "Collection",
  collectionsHint: "Questions that you keep in this browser. A folder of .graphql files can hold them too.",
  collectionsEmpty: "Nothing saved yet. The star beside the editor keeps a question.",
  myQuestions: "My questions",
  exportFolder: "Export to a folder",
  importFolder: "Import a folder",
  imported: "Imported",
  questionsImported: (count: number) =>
    count === 0 ? "The folder holds no .graphql file." : `${count} question${s(count)} imported.`,
  notWritten: (why: string) => `The folder was not written: ${why}`,
  remove: (name: string) => `Remove ${name}`,
  save: "Save",
  saved: (name: string) => `“${name}” is saved.`,
  questionName: "Name",

  question: "Question",
  tabs: "Questions",
  untitled: "untitled",
  newTab: "New question",
  closeTab: (title: string) => `Close ${title}`,
  tools: "Tools",
  ask: (keys: string) => `Ask (${keys})`,
  stop: (keys: string) => `Stop (${keys})`,
  prettify: "Tidy up",
  share: "Copy a link to this question and viewer",
  linkCopied: "The link is copied. It holds question, variables and viewer, never a token.",
  linkInAddress: "The link stands in the address bar.",
  inputs: "Variables and headers",
  input: { variables: "Variables", headers: "Headers" },

  answer: "Answer",
  views: "Views of the answer",
  view: { tree: "Answer", table: "Table", json: "JSON", way: "Way" },
  noAnswer: "No answer yet.",
  noAnswerHint: "Press an example, or ▶ beside the question.",
  answeredTo: "For",
  anothersAnswer: (asker: string, viewer: string) =>
    `This is the answer to ${asker}, who asked. Nothing was asked as ${viewer}: press ▶ to do so.`,
  status: "Status",
  time: "Time",
  size: "Size",
  errors: "Errors",
  requestId: (id: string) => `Request ${id}: with this number the operator finds the cause.`,
  retryAfter: (seconds: number) => `Ask again in ${seconds} second${s(seconds)}.`,
  newToken: "Bring another token, or sign in again: “View as”, at the top.",
  more: (count: number) => `${count} more`,
  noTable: "This answer holds no list with objects in it.",
  list: "List",
  exportCsv: "Download CSV",
  noWay: "The gateway did not tell how it got this answer: its operator decides which viewers may know.",
  nobodyAsked: "No company had to be asked.",
  wayHint: (calls: number, companies: number) =>
    `${calls} request${s(calls)} to ${companies} ${companies === 1 ? "company" : "companies"}. ` +
    "Open a line to read what was asked.",
  keysSent: (keys: string) => `Named to it: ${keys}`,

  refused: "refused",
  refusedFields: (count: number) => `${count} field${count === 1 ? " was" : "s were"} refused`,
  noReason: "This viewer may not see the value.",
  aboutField: "About this field",
  answeredBy: (subgraphs: string) => `Answered by ${subgraphs}`,
  answeredHere: "Answered by the gateway itself",
  publicField: "Public: everyone who may ask sees it.",
  effect: "Effect",
  /** What the gateway says in one word, by the name of what it says. */
  words: {
    effect: {
      GRANTED: "Shown",
      DENIED: "Refused",
      HIDDEN: "Nothing here",
      KEPT_BACK: "Granted, and yet kept back: the company that keeps it is no party to the agreement",
      BY_OBJECT: "Decided for each object by itself",
    },
    clauseType: {
      CUSTOMER_OWNERSHIP: "customer ownership",
      DATA_SHARING: "data sharing",
      PRICE_VISIBILITY: "price visibility",
      COMMISSION: "commission",
      KPI_SHARING: "shared indicators",
      SERVICE: "service",
      OBJECTIVE: "objective",
      RESTRICTION: "restriction",
    },
  } as Readonly<Record<string, Words>>,
  byClause: ({ clause, kind, agreement, version }: NamedClause) =>
    `Clause ${clause} (${kind}) of the agreement ${agreement}, version ${version}`,
  refusedValues: "Values refused",
  fact: {
    rule: "Rule",
    why: "In words",
    agreement: "Agreement",
    version: "Version",
    clause: "Clause",
    clauseType: "Kind of clause",
    type: "Decided by the",
    keptBy: "Kept by",
    disclosures: "Requests of the regulator",
    missing: "What would open it",
    coordinate: "Field",
    class: "Data class",
    classes: "Data classes",
    reason: "Reason",
    effect: "Effect",
    company: "Company",
    organization: "Company",
    name: "Name",
    visible: "Visible",
    text: "Text",
    party: "Who",
    rules: "By which rules",
    until: "Until",
  } as Words,
  noInquiries: "This gateway does not explain single decisions yet.",
  selectId: "Add id to the object's fields and ask again: then the gateway can explain this very value.",
  decidedOneByOne: (type: string) =>
    `Each ${type} is decided on by its own parties: select the id of the ${type}, if it has one, and press a value in it.`,
  nothingOpens: "No clause of an agreement would open it.",
  explain: "Explain this value",
  whoCanSee: "Who can see this?",
  on: "On which day",
  asking: "Asking …",
  nothingTold: "Nothing to tell, or not to this viewer: only the owner learns who can see it.",

  compareTitle: "One question, several companies",
  compareHint: "Asks the question of the editor as each of them, and sets the answers side by side.",
  compareEmpty: "Choose two to four viewers and compare. “View as”, at the top, brings others.",
  notComparable: "Only a question that changes nothing is asked as several viewers: write one under Explore.",
  compare: (count: number) => `Compare ${count}`,
  comparison: "Comparison",
  onlyDifferences: (count: number) => `Only what differs (${count})`,
  field: "Field",
  differs: "differs",
  absent: "absent",

  chainTitle: (viewer: string) => `The chain, as ${viewer} knows it`,
  chainHint: "Companies, the subgraphs that they run, and the agreements that this viewer may know of.",
  chainPicture: "Companies and agreements",
  chainEmpty: "This viewer is a party to no agreement. Choose another one at the top.",
  chainFailed: (why: string) =>
    `The agreements could not be read. ${why} Try again, or choose another viewer.`,
  tryAgain: "Try again",
  subgraphs: "Subgraphs",
  companies: "Companies",
  chooseCompany: "Choose a company to read what it agreed on. Dashed lines are agreements not in force.",
  runs: (subgraphs: string) => `Runs ${subgraphs}`,
  agreements: (count: number) => `${count} agreement${s(count)}`,

  typesTitle: "Types and who answers them",
  typesHint: "Each column is a company's subgraph. A plus marks what it adds to a type of another one.",
  searchTypes: "Search types and fields",
  noTypes: "Nothing here.",
  fieldCount: (count: number, locked: number) =>
    `${count} field${s(count)}${locked > 0 ? `, ${locked} protected` : ""}`,
  sharedWith: (subgraphs: string) => `with ${subgraphs}`,

  unreachable: "The gateway cannot be reached. Is it still running? Try again in a moment.",
  notOpened: (why: string) => `The studio could not open: ${why} Load the page again.`,
};

/** Every word that the studio says, by key. */
export type Text = typeof english;
