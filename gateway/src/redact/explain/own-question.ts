import type { Viewer } from "@maillon/schema";
import type { Facts } from "@maillon/schema/visibility";
import { GraphQLError } from "graphql";
import type { AskedField, FindField } from "./asked-field.ts";
import type { Access } from "../access.ts";

/** What answering the gateway's own fields needs of one request. */
export interface Asking {
  readonly viewer: Viewer;
  readonly access: Access;
  readonly findField: FindField;
  /** What an object's home answers this viewer about it; undefined if it answers nothing. */
  readonly lookUp: (asked: AskedField, id: string) => Promise<FoundObject | undefined>;
  /** `Organization.id` of the company that runs a subgraph, where the gateway has been told it. */
  readonly operators: ReadonlyMap<string, string>;
}

/** What was found of an object that somebody asks about. */
export interface FoundObject {
  readonly facts: Facts;
  /** The facts of the object that the field leads to. */
  readonly target: Facts | undefined;
}

/** A field of an object, as clients name it. */
export interface Place {
  readonly coordinate: string;
  readonly id: string;
}

/** @throws GraphQLError when it takes an agreement to answer, and nobody knows what is in force. */
export function refuseUnknowing({ access }: Asking, { classes, target }: AskedField): void {
  const open = [...classes, ...(target?.classes ?? [])].every((each) => each === "PUBLIC");
  if (access.knowsAgreements || open) return;
  throw new GraphQLError("No ledger is known.", { extensions: { code: "AGREEMENTS_UNKNOWN" } });
}

/** `Organization.id` of the company that keeps what a field holds, where it is known. */
export function keeperOf({ subgraph }: AskedField, { operators }: Asking): string | undefined {
  return subgraph === undefined ? undefined : operators.get(subgraph);
}
