import { DriverException } from "@mikro-orm/core";

/** Says that a record cannot be stored and why, in words for whoever sent it; thrown by importers. */
export class RejectedRecord extends Error {
  override readonly name = "RejectedRecord";
}

const REASONS: Readonly<Record<string, string>> = {
  "23502": "a value is missing that the company needs",
  "23503": "refers to a record that has not been imported",
  "23505": "repeats a value that another record has already and that must be unique",
  "23514": "breaks a rule of the company's table",
};

/**
 * Why a record could not be stored. Errors of the database are named by kind: their texts hold whole statements.
 * @throws the error itself when it is not about the record, for example when the connection is gone.
 */
export function describeRejection(error: unknown): string {
  if (error instanceof RejectedRecord) return error.message;
  const reason = error instanceof DriverException ? REASONS[error.code ?? ""] : undefined;
  if (error instanceof DriverException && reason !== undefined) {
    return "constraint" in error && typeof error.constraint === "string"
      ? `${reason} (${error.constraint})`
      : reason;
  }
  throw error;
}
