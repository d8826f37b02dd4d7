import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { PlannerAnswer, PlannerQuestion } from "./planner-messages.ts";

/** A supergraph as planner processes know it. */
export interface SentSupergraph {
  readonly id: number;
  readonly sdl: string;
}

/** How long a planner process may take, in milliseconds, and how much it may hold. */
export interface PlannerLimits {
  readonly loading: number;
  readonly planning: number;
  readonly megabytes: number;
}

/** A planner process gave no answer: it took too long, used too much memory, or was closed. */
export class PlannerProcessError extends Error {
  override readonly name = "PlannerProcessError";
}

/**
 * One process with planners in it; a thread that ran out of memory would take the gateway with it. It is
 * asked one question at a time. A question that takes more than it may ends the process, for nothing else
 * stops a planner; the next question starts another one.
 */
export class PlannerProcess {
  private readonly limits: PlannerLimits;
  private readonly closing = new AbortController();
  private child: ChildProcess | undefined;
  private loaded = new Set<number>();

  constructor(limits: PlannerLimits) {
    this.limits = limits;
  }

  /** Builds the planner of a supergraph unless this process has it; throws the planner's words if it cannot. */
  async load({ id, sdl }: SentSupergraph): Promise<void> {
    if (this.child && this.loaded.has(id)) return;
    const answer = await this.ask({ kind: "load", supergraph: id, sdl }, this.limits.loading);
    if ("refusal" in answer) throw new Error(answer.refusal);
    this.loaded.add(id);
  }

  /** Plans the text of an operation. */
  async plan(supergraph: SentSupergraph, operation: string): Promise<PlannerAnswer> {
    await this.load(supergraph);
    return this.ask({ kind: "plan", supergraph: supergraph.id, operation }, this.limits.planning);
  }

  /** Forgets a supergraph that is no longer planned for. */
  unload(id: number): void {
    if (this.loaded.delete(id)) this.tell({ kind: "unload", supergraph: id });
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.end();
  }

  private async ask(question: PlannerQuestion, time: number): Promise<PlannerAnswer> {
    this.closing.signal.throwIfAborted();
    const child = (this.child ??= this.start());
    // A planner keeps the gateway alive only while somebody waits for it.
    child.channel?.ref();
    try {
      const answer = answerOf(child, AbortSignal.any([this.closing.signal, AbortSignal.timeout(time)]));
      this.tell(question);
      return await answer;
    } catch (cause) {
      await this.end();
      throw new PlannerProcessError("The planner gave no answer", { cause });
    } finally {
      child.channel?.unref();
    }
  }

  private tell(question: PlannerQuestion): void {
    // Whoever waits for an answer hears that the process has ended; nobody else needs to.
    this.child?.send(question, () => {});
  }

  private start(): ChildProcess {
    // The neighbour is a .ts file, or a .js file once everything is built.
    const file = new URL(`./planner-main${extname(import.meta.url)}`, import.meta.url);
    const child = fork(fileURLToPath(file), {
      execArgv: [...process.execArgv, `--max-old-space-size=${this.limits.megabytes}`],
      env: {},
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    child.unref();
    // Without a listener here an error would end the gateway.
    child.on("error", () => {});
    child.once("exit", () => {
      if (this.child === child) this.forget();
    });
    return child;
  }

  private async end(): Promise<void> {
    const { child } = this;
    this.forget();
    if (!child || child.exitCode !== null || child.signalCode !== null || !child.kill("SIGKILL")) return;
    await once(child, "exit");
  }

  private forget(): void {
    this.child = undefined;
    this.loaded = new Set();
  }
}

/** The next answer of a process; rejects when it ends without one, and with the signal's reason. */
async function answerOf(child: ChildProcess, signal: AbortSignal): Promise<PlannerAnswer> {
  const done = new AbortController();
  const either = AbortSignal.any([signal, done.signal]);
  try {
    const ended = async () => {
      const [code, by] = await once(child, "exit", { signal: either });
      throw new Error(`It ended with ${String(code ?? by)}`);
    };
    const [answer] = await Promise.race([once(child, "message", { signal: either }), ended()]);
    return answer as PlannerAnswer;
  } finally {
    done.abort();
  }
}
