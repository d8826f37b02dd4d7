import { LEDGER, type LedgerStatement, narrowLedger, signStatement } from "@maillon/schema/ledger";
import type { SubgraphHost } from "@maillon/subgraph-kit";
import { z } from "zod";
import type { LedgerReader, NameReader } from "./ledger-readers.ts";
import type { SigningKeys } from "./signing-keys.ts";
import type { WatchedLedger } from "./watch-ledger.ts";

interface LedgerRoutes {
  readonly ledger: WatchedLedger;
  readonly keys: SigningKeys;
  readonly nameReader: NameReader;
  /** Aborted when the server stops: nobody is kept waiting. */
  readonly stopping: AbortSignal;
}

const question = z.object({ after: z.coerce.number().int().min(0).default(0) });

/** `GET /ledger?after=<sequence>`, and the keys by which its answers are known. */
export function serveLedger(server: SubgraphHost["server"], routes: LedgerRoutes): void {
  const { ledger, keys, nameReader, stopping } = routes;
  server.get("/.well-known/jwks.json", (_, reply) =>
    reply.header("cache-control", "public, max-age=60").send(keys.published),
  );
  server.get("/ledger", { logLevel: "warn" }, async (request, reply) => {
    reply.header("cache-control", "no-store");
    const reader = await nameReader(request.headers.authorization);
    if (!reader) return reply.code(401).header("www-authenticate", "Bearer").send({ error: "Who asks?" });
    const { data } = question.safeParse(request.query);
    if (!data) return reply.code(400).send({ error: "after must be a sequence of the ledger." });
    const patience = AbortSignal.timeout(LEDGER.patience);
    await ledger.later(data.after, AbortSignal.any([stopping, patience]));
    const statement = statementFor(reader, ledger, data.after);
    if (!statement) return reply.code(503).send({ error: "The ledger cannot be read at the moment." });
    return reply
      .type("application/jwt")
      .send(await signStatement(statement, { ...keys, holder: holderOf(reader) }));
  });
}

function statementFor(
  reader: LedgerReader,
  { latest }: WatchedLedger,
  after: number,
): LedgerStatement | undefined {
  const ledger = latest();
  if (!ledger) return undefined;
  const { sequence, issuedAt } = ledger;
  if (sequence <= after) return { kind: "unchanged", unchanged: { sequence, issuedAt } };
  return {
    kind: "snapshot",
    ledger: reader.kind === "gateway" ? ledger : narrowLedger(ledger, reader.organization),
  };
}

function holderOf(reader: LedgerReader): string {
  return reader.kind === "gateway" ? reader.issuer : reader.organization;
}
