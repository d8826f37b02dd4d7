import { abstractTypes } from "./abstract-types.ts";
import { chainedRequires } from "./chained-requires.ts";
import { circles } from "./circles.ts";
import { circularRequires } from "./circular-requires.ts";
import { interfaceObjectAtRoot, interfaceObjectRequires, interfaceObjects } from "./interface-objects.ts";
import { keys, keysAgainstFields, keysOfOneName } from "./keys.ts";
import { namedRoots } from "./named-roots.ts";
import { requires } from "./requires.ts";
import { requiresOfInterfaces } from "./requires-of-interfaces.ts";
import { requiresWithArguments } from "./requires-with-arguments.ts";
import { shared } from "./shared.ts";

/** The worlds that are written by hand, by name; each has what one difficulty of federation is about. */
export const WORLDS = {
  keys,
  keysOfOneName,
  keysAgainstFields,
  namedRoots,
  requires,
  requiresOfInterfaces,
  requiresWithArguments,
  abstractTypes,
  interfaceObjects,
  interfaceObjectRequires,
  interfaceObjectAtRoot,
  shared,
  circles,
  chainedRequires,
  circularRequires,
};
