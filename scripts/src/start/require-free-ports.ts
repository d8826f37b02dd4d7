import { isFreePort } from "@maillon/subgraph-kit/embedded";
import { type ServiceName, portVariable } from "./settings.ts";

/** Throws, naming each port that something else listens on and the variable that moves ours. */
export async function requireFreePorts(
  ports: Readonly<Record<ServiceName, number>>,
  host: string,
): Promise<void> {
  const busy: string[] = [];
  const taken = new Map<number, string>();
  for (const [name, port] of Object.entries(ports) as [ServiceName, number][]) {
    const twice = taken.get(port);
    taken.set(port, name);
    if (twice !== undefined)
      busy.push(`Port ${port} is given to both ${twice} and ${name}; set ${portVariable(name)}.`);
    else if (!(await isFreePort(port, host))) {
      busy.push(`Port ${port} of ${name} is in use; stop what listens there or set ${portVariable(name)}.`);
    }
  }
  if (busy.length > 0) throw new Error(busy.join("\n"));
}
