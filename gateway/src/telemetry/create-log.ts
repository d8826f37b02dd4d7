import type { FastifyBaseLogger } from "fastify";
import { type DestinationStream, pino } from "pino";

/** Where the gateway's operator reads what happened: one JSON object a line. */
export type Log = FastifyBaseLogger;

/**
 * Makes the log, on standard output unless told otherwise. Header values that authenticate are struck out
 * wherever they might be logged by mistake.
 */
export function createLog(level: string, destination: DestinationStream = pino.destination(1)): Log {
  const options = {
    name: "gateway",
    level,
    redact: { paths: ["*.authorization", "authorization", "*.cookie", "cookie"], censor: "[struck out]" },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return pino(options, destination);
}
