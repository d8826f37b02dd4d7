/** Why an operation is refused before anything is asked of a subgraph. */
export type RefusalCode =
  | "OPERATION_RESOLUTION_FAILURE"
  | "OPERATION_TOO_LARGE"
  | "BAD_USER_INPUT"
  | "UNSUPPORTED_OPERATION"
  | "UNPLANNABLE_OPERATION"
  | "OVERLOADED";

/** An operation that this gateway will not run; the message is written for the client. */
export class RefusedOperation extends Error {
  override readonly name = "RefusedOperation";
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
