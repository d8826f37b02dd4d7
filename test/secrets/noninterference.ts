import { applyFlips, type Flip } from "./cells/flips.ts";
import type { Persona } from "./chain/personas.ts";
import type { Question, SecretChain, Seen } from "./chain/secret-chain.ts";
import type { World } from "./chain/store.ts";

/** A difference that a hidden value made. */
export interface Leak {
  readonly viewer: string;
  /** As few of the flips as show it. */
  readonly cells: readonly string[];
  readonly question: string;
  readonly before: string;
  readonly after: string;
}

/** One viewer's questions to a chain. */
export interface Inquiry {
  readonly chain: Pick<SecretChain, "ask"> & { readonly store: Pick<SecretChain["store"], "write"> };
  readonly persona: Persona;
  readonly questions: readonly Question[];
  /** What the viewer was answered in the unchanged world, by question; kept from one set of flips to the next. */
  readonly before: Map<string, Seen>;
}

/** Asks every question before and after the flips; the first difference, if any, is a leak. */
export async function findLeak(
  inquiry: Inquiry,
  world: World,
  flips: readonly Flip[],
): Promise<Leak | undefined> {
  const { chain, persona, questions } = inquiry;
  const before = await answersBefore(inquiry, world);
  refuseSilence(before);
  const after = await answersIn(inquiry, applyFlips(world, flips));
  const index = before.findIndex((each, place) => !equal(each, after[place]));
  const question = questions[index];
  if (!question) return undefined;
  const only = { chain, persona, questions: [question] };
  const again = await answersIn(only, world);
  const cells = await narrow(only, { world, known: again, flips });
  // What differs without a flip, or no longer does, is a machine out of breath and no leak.
  if (cells.length === 0) return undefined;
  const [shown] = await answersIn(only, applyFlips(world, cells));
  return {
    viewer: persona.name,
    cells: cells.map(({ cell, columns }) => `${cell} ${JSON.stringify(columns) ?? ""}`),
    question: question.query,
    ...firstDifference(JSON.stringify(again[0]), JSON.stringify(shown)),
  };
}

type Asking = Omit<Inquiry, "before">;

async function answersBefore({ before, questions, ...asking }: Inquiry, world: World): Promise<Seen[]> {
  const unknown = questions.filter(({ query }) => !before.has(query));
  const answers = await answersIn({ ...asking, questions: unknown }, world);
  for (const [index, { query }] of unknown.entries()) {
    const answer = answers[index];
    if (answer) before.set(query, answer);
  }
  return questions.flatMap(({ query }) => before.get(query) ?? []);
}

async function answersIn({ chain, persona, questions }: Asking, world: World): Promise<Seen[]> {
  await chain.store.write(world);
  const answers: Seen[] = [];
  for (const question of questions) answers.push(await chain.ask(persona, question));
  return answers;
}

/** A chain in which nobody answers keeps every secret: such a proof would be worth nothing. */
function refuseSilence(answers: readonly Seen[]): void {
  const silent = answers.filter(({ body }) => /"UPSTREAM_|"data":null/.test(body));
  if (silent.length > answers.length / 4) throw new Error(`The chain does not answer: ${silent[0]?.body}`);
}

interface Narrowing {
  readonly world: World;
  readonly known: readonly Seen[];
  readonly flips: readonly Flip[];
}

/** Halves the flips as long as one half alone still shows. */
async function narrow(inquiry: Asking, { world, known, flips }: Narrowing): Promise<readonly Flip[]> {
  const shows = async (some: readonly Flip[]) => {
    // Some flips can stand in a database only together.
    const answers = await answersIn(inquiry, applyFlips(world, some)).catch(() => known);
    return !equal(answers[0], known[0]);
  };
  if (flips.length === 0 || (await shows([])) || !(await shows(flips))) return [];
  let left = flips;
  while (left.length > 1) {
    const middle = Math.ceil(left.length / 2);
    const halves = [left.slice(0, middle), left.slice(middle)];
    let half: readonly Flip[] | undefined;
    for (const each of halves) if (!half && (await shows(each))) half = each;
    if (!half) break;
    left = half;
  }
  return left;
}

function equal(one: Seen | undefined, other: Seen | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function firstDifference(one: string, other: string): { readonly before: string; readonly after: string } {
  let place = 0;
  while (place < one.length && one[place] === other[place]) place += 1;
  const around = (text: string) => text.slice(Math.max(0, place - 300), place + 300);
  return { before: around(one), after: around(other) };
}
