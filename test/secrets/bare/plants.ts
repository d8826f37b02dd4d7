import type { Guard, GuardedContext, OpenAccess, Supergraph } from "@maillon/gateway";
import type { ObjectDecisions } from "@maillon/schema/policy";
import { isInterfaceType, isObjectType, Kind, visit } from "graphql";

/** A mistake that somebody could make, put in the place of a part of the gateway. */
export interface Plant {
  readonly guarding?: <Context extends GuardedContext>(
    guard: Guard<Context>,
    supergraph: Supergraph,
  ) => Guard<Context>;
  readonly seeing?: (open: OpenAccess) => OpenAccess;
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
        redactionFor: (question) =>
          guard.redactionFor({
            ...question,
            fields: question.fields.map((name) => aliases.get(name) ?? name),
          }),
      };
    },
  },
  "a class looked up on the interface": {
    guarding: (guard, { apiSchema }) => ({
      ...guard,
      redactionFor(question) {
        const type = apiSchema.getType(question.type);
        const [general] = isObjectType(type) ? type.getInterfaces() : [];
        return guard.redactionFor({
          ...question,
          type: isInterfaceType(general) ? general.name : question.type,
        });
      },
    }),
  },
  "decisions remembered without the buyer": {
    seeing: (open) => (viewer) => {
      const access = open(viewer);
      const known = new Map<string, ObjectDecisions>();
      return {
        ...access,
        decider: {
          ...access.decider,
          onRaw(raw, names) {
            const { buyer: _buyer, ...others } = raw;
            const key = JSON.stringify(others);
            const decisions = known.get(key) ?? access.decider.onRaw(raw, names);
            known.set(key, decisions);
            return decisions;
          },
        },
      };
    },
  },
  "a subgraph's message passed on": { telling: (failures) => failures.map(({ detail }) => detail) },
  "a compiled operation shared by viewers of different entitlements": {
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
      redactionFor(question) {
        const redact = guard.redactionFor(question);
        const none = question.fields.map(() => ({ tell: () => {}, turnsOn: [] }));
        return (
          redact &&
          ((object, context) => {
            const redaction = redact(object, context);
            return redaction.object ? { object: undefined, fields: none } : redaction;
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
    redactionFor: () => undefined,
    follows: () => undefined,
    admits: () => true,
  }),
  telling: (failures) => failures.map(({ detail }) => detail),
};
