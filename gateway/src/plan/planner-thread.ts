import { once } from "node:events";
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { PlannerAnswer, PlannerQuestion } from "./planner-messages.ts";

/** A supergraph as planner threads know it. */
export interface ThreadSupergraph {
  readonly id: number;
  readonly sdl: string;
}

/** How long a planner thread may take, in milliseconds, and how much it may hold. */
export interface PlannerLimits {
  readonly loading: number;
  readonly planning: number;
  readonly megabytes: number;
}

/** A planner thread gave no answer: it took too long, used too much memory, or was closed. */
export class PlannerThreadError extends Error {
  override readonly name = "PlannerThreadError";
}

/**
 * One thread with planners in it. It is asked one question at a time. A question that takes more than it may ends the
 * thread, for nothing else stops a planner; the next question starts another one.
 */
export class PlannerThread {
  private readonly limits: PlannerLimits;
  private readonly closing = new AbortController();
  private worker: Worker | undefined;
  private loaded = new Set<number>();

  constructor(limits: PlannerLimits) {
    this.limits = limits;
  }

  /** Builds the planner of a supergraph unless this thread has it; throws the planner's words if it cannot. */
  async load({ id, sdl }: ThreadSupergraph): Promise<void> {
    if (this.worker && this.loaded.has(id)) return;
    const answer = await this.ask({ kind: "load", supergraph: id, sdl }, this.limits.loading);
    if ("refusal" in answer) throw new Error(answer.refusal);
    this.loaded.add(id);
  }

  /** Plans the text of an operation. */
  async plan(supergraph: ThreadSupergraph, operation: string): Promise<PlannerAnswer> {
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
    const worker = (this.worker ??= this.start());
    // A thread keeps the process alive only while somebody waits for it.
    worker.ref();
    try {
      const signal = AbortSignal.any([this.closing.signal, AbortSignal.timeout(time)]);
      const answered = once(worker, "message", { signal });
      this.tell(question);
      const [answer] = await answered;
      return answer as PlannerAnswer;
    } catch (cause) {
      await this.end();
      throw new PlannerThreadError("The planner gave no answer", { cause });
    } finally {
      worker.unref();
    }
  }

  private tell(question: PlannerQuestion): void {
    this.worker?.postMessage(question);
  }

  private start(): Worker {
    // The neighbour is a .ts file, or a .js file once everything is built.
    const file = new URL(`./planner-worker${extname(import.meta.url)}`, import.meta.url);
    const resourceLimits = { maxOldGenerationSizeMb: this.limits.megabytes };
    const worker = new Worker(file, { env: {}, resourceLimits });
    // Whoever waits for an answer hears of an error too; without a listener here it would end the process.
    worker.on("error", () => {});
    worker.once("exit", () => {
      if (this.worker === worker) this.forget();
    });
    return worker;
  }

  private async end(): Promise<void> {
    const { worker } = this;
    this.forget();
    await worker?.terminate();
  }

  private forget(): void {
    this.worker = undefined;
    this.loaded = new Set();
  }
}
