import type { FastifyBaseLogger } from "fastify";
import { pino } from "pino";

/** Where the gateway's operator reads what happened: one JSON object a line on standard output. */
export type Log = FastifyBaseLogger;

/** Makes the log. Header values that authenticate are struck out wherever they might be logged by mistake. */
export function createLog(level: string): Log {
  return pino({
    name: "gateway",
    level,
    redact: { paths: ["*.authorization", "authorization", "*.cookie", "cookie"], censor: "[struck out]" },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}
