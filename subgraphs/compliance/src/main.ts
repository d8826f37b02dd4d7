import { runSubgraph } from "@maillon/subgraph-kit";
import { readLedgerConfig } from "./config.ts";
import { ledgerService } from "./ledger/ledger-service.ts";
import { complianceSubgraph } from "./subgraph.ts";

await runSubgraph(complianceSubgraph, [(host) => ledgerService(readLedgerConfig())(host)]);
