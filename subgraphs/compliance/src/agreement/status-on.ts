/**
 * The status of the agreement `this` on a day, all of it in SQL: what `statusOf` says, told also to whom the
 * dates are not. A test holds the two against each other.
 */
export function statusOn(day: string): string {
  return `case
    when this.refused_at is not null or this.terminated_on <= ${day} then 'TERMINATED'
    when this.valid_until <= ${day} then 'EXPIRED'
    when this.draft then 'DRAFT'
    when this.signed_at is null or ${day} < this.valid_from then 'PROPOSED'
    when this.suspended then 'SUSPENDED'
    else 'ACTIVE' end`;
}
