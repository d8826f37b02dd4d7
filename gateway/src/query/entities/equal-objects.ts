import type { ShapeFields } from "../answer/answer-shape.ts";
import type { GatheredObject } from "../answer/gathered.ts";
import { type ValueTrie, valueTrie } from "./value-trie.ts";

/**
 * Lets one object of an answer stand for all that are equal to it. The orders of a page have few sellers and
 * few products: what comes later is asked, merged and decided for each of those once, and not for each place.
 */
export class EqualObjects {
  /** The objects that stand for others too. */
  readonly recurring = new Set<GatheredObject>();
  private readonly byFields = new Map<ShapeFields, ValueTrie<GatheredObject>>();

  /** The first of the objects with these fields, which all hold leaves, that is equal to the given one. */
  firstOf(object: GatheredObject, fields: ShapeFields): GatheredObject {
    let known = this.byFields.get(fields);
    if (!known) this.byFields.set(fields, (known = valueTrie()));
    const first = known.get(object, fields.keys);
    if (first) {
      this.recurring.add(first);
      return first;
    }
    known.set(object, fields.keys, object);
    return object;
  }
}
