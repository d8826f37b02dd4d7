import type { Guard, GuardedContext, OpenSight, Supergraph } from "@maillon/gateway";
import type { ObjectDecisions } from "@maillon/schema/policy";
import { isInterfaceType, isObjectType, Kind, visit } from "graphql";

/** A mistake that somebody could make, put in the place of a part of the gateway. */
export interface Plant {
  readonly guarding?: <Context extends GuardedContext>(
    guard: Guard<Context>,
    supergraph: Supergraph,
  ) => Guard<Context>;
  readonly seeing?: (open: OpenSight) => OpenSight;
  /** What is told of failures beside their codes. */
  readonly telling?: (failures: readonly { readonly detail: string }[]) => readonly string[];
}

/** Mistakes that other gateways were published with, and those that this one could make. */
export const PLANTS: Readonly<Record<string, Plant>> = {
  "a class looked up by the alias instead of the field": {
    guarding(guard) {
      const aliases = new Map<string, string>();
      return {
        ...guard,
        filter(choice, profile) {
          visit(choice.definition, {
            [Kind.FIELD]: ({ name, alias }) => void (alias && aliases.set(name.value, alias.value)),
          });
          return guard.filter(choice, profile);
        },
        clearanceFor: (question) =>
          guard.clearanceFor({
            ...question,
            fields: question.fields.map((name) => aliases.get(name) ?? name),
          }),
      };
    },
  },
  "a class looked up on the interface": {
    guarding: (guard, { apiSchema }) => ({
      ...guard,
      clearanceFor(question) {
        const type = apiSchema.getType(question.type);
        const [general] = isObjectType(type) ? type.getInterfaces() : [];
        return guard.clearanceFor({
          ...question,
          type: isInterfaceType(general) ? general.name : question.type,
        });
      },
    }),
  },
  "decisions remembered without the buyer": {
    seeing: (open) => (viewer) => {
      const sight = open(viewer);
      const known = new Map<string, ObjectDecisions>();
      return {
        ...sight,
        decider: {
          ...sight.decider,
          onRaw(raw, names) {
            const { buyer: _buyer, ...others } = raw;
            const key = JSON.stringify(others);
            const decisions = known.get(key) ?? sight.decider.onRaw(raw, names);
            known.set(key, decisions);
            return decisions;
          },
        },
      };
    },
  },
  "a subgraph's message passed on": { telling: (failures) => failures.map(({ detail }) => detail) },
  "a compiled operation shared by viewers of different outlooks": {
    guarding(guard) {
      let first: string | undefined;
      return { ...guard, profileOf: (context) => (first ??= guard.profileOf(context)) };
    },
  },
  "entities sent on before they are decided": {
    guarding: (guard) => ({ ...guard, admits: () => true, follows: () => undefined }),
  },
  "objects that may not be known of, written with their fields empty": {
    guarding: (guard) => ({
      ...guard,
      clearanceFor(question) {
        const clear = guard.clearanceFor(question);
        const none = question.fields.map(() => () => {});
        return (
          clear &&
          ((object, context) => {
            const clearance = clear(object, context);
            return clearance.object ? { object: undefined, fields: none } : clearance;
          })
        );
      },
    }),
  },
};

/** No guard at all, and every message passed on. */
export const UNGUARDED: Plant = {
  guarding: (guard) => ({
    ...guard,
    filter: (choice) => choice,
    clearanceFor: () => undefined,
    follows: () => undefined,
    admits: () => true,
  }),
  telling: (failures) => failures.map(({ detail }) => detail),
};
