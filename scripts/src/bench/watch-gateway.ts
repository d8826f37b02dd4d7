import { subscribe } from "node:diagnostics_channel";
import { monitorEventLoopDelay } from "node:perf_hooks";

// Loaded into the gateway's process before it starts. Tells, when asked, for how many milliseconds its event
// loop was blocked at worst, and how many milliseconds of CPU its thread spent on each request, since it was
// last asked. The latter is right only of requests that come one at a time.
const histogram = monitorEventLoopDelay({ resolution: 1 });
histogram.enable();
let spent: number[] = [];
let before = 0;
subscribe("http.server.request.start", () => (before = threadTime()));
subscribe("http.server.response.finish", () => spent.push(threadTime() - before));

process.on("message", (message) => {
  if (message !== "watched") return;
  process.send?.({ block: histogram.max / 1e6, spent });
  histogram.reset();
  spent = [];
});

function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e3;
}
