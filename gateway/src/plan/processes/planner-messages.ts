import type { Plan } from "../plan.ts";

/** What a planner process is told; it answers `load` and `plan`, one after the other. */
export type PlannerQuestion =
  | { readonly kind: "load"; readonly supergraph: number; readonly sdl: string }
  | { readonly kind: "plan"; readonly supergraph: number; readonly operation: string }
  | { readonly kind: "unload"; readonly supergraph: number };

/** What a planner process answers; `refusal` holds the planner's own words. */
export type PlannerAnswer = { readonly plan: Plan } | { readonly refusal: string };
