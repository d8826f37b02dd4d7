import { parseRecord, referencesOf, type ExchangeFile, type ExchangeRecord } from "@maillon/schema/exchange";
import type { Delivery, Draft, Origin, Rejection } from "./delivery.ts";

/** A record that may be handed to its owner. */
export interface Accepted {
  readonly file: ExchangeFile;
  readonly record: ExchangeRecord<ExchangeFile>;
  readonly origin: Origin;
}

/** What is left of a delivery after every row was checked. */
export interface CheckedDelivery {
  readonly accepted: readonly Accepted[];
  readonly rejections: readonly Rejection[];
}

/**
 * Checks every draft by itself, then against the others: keys occur once, and whatever a record names is delivered
 * with it. A record that names a rejected one is rejected too, so that no company ever stores half a story.
 */
export function checkDelivery({ drafts, rejections: unreadable }: Delivery): CheckedDelivery {
  const rejections = [...unreadable];
  const parsed = drafts.flatMap((draft) => parseDraft(draft, rejections));
  const once = withoutRepeated(parsed, rejections);
  return { accepted: withoutDangling(once, rejections), rejections };
}

function parseDraft({ file, value, origin }: Draft, rejections: Rejection[]): Accepted[] {
  const result = parseRecord(file, value);
  if (result.ok) return [{ file, record: result.record, origin }];
  rejections.push({ file, origin, reason: result.reason });
  return [];
}

function withoutRepeated(records: readonly Accepted[], rejections: Rejection[]): Accepted[] {
  const first = new Map<string, Accepted>();
  return records.filter((each) => {
    const earlier = first.get(nameOf(each));
    first.set(nameOf(each), earlier ?? each);
    if (!earlier) return true;
    const { file, origin } = each;
    rejections.push({
      file,
      origin,
      reason: `repeats the record of ${earlier.origin.name}:${earlier.origin.line}`,
    });
    return false;
  });
}

/** Each round may take away what a record of the next round names, until a round takes nothing. */
function withoutDangling(records: readonly Accepted[], rejections: Rejection[]): readonly Accepted[] {
  const names = new Set(records.map(nameOf));
  const kept = records.filter(({ file, record, origin }) => {
    const missing = referencesOf(file, record).find((each) => !names.has(`${each.file}/${each.key}`));
    if (missing) {
      const reason = `${missing.path}: names "${missing.key}" of ${missing.file}, which is absent or rejected`;
      rejections.push({ file, origin, reason });
    }
    return !missing;
  });
  return kept.length === records.length ? kept : withoutDangling(kept, rejections);
}

function nameOf({ file, record }: Accepted): string {
  return `${file}/${record.key}`;
}
