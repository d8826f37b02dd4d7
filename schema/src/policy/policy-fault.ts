/** A policy that must not be served: the process refuses to start on it. */
export class PolicyFault extends Error {
  override readonly name = "PolicyFault";
  constructor(
    /** The policy's @id, or the file when it cannot even be taken apart. */
    readonly policy: string,
    reason: string,
  ) {
    super(`The policy "${policy}" ${reason}.`);
  }
}
