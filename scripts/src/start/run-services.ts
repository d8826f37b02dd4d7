import type { Cleanup } from "./cleanup.ts";
import { type ServiceHost, runService } from "./run-service.ts";
import type { Service } from "./service.ts";

/** Starts services together; resolves when all of them answer. */
export async function runServices(
  services: readonly Service[],
  host: ServiceHost,
  cleanup: Cleanup,
): Promise<void> {
  const running = services.map((service) => runService(service, host));
  cleanup.add(async () => {
    await Promise.all(running.map((service) => service.stop()));
  });
  await Promise.all(running.map(({ ready }) => ready));
}
