import { faultText } from "@maillon/schema";
import { startGateway } from "./start-gateway.ts";

await startGateway(process.env).catch((error: unknown) => {
  process.stderr.write(`The gateway does not start: ${faultText(error)}\n`);
  process.exit(1);
});
