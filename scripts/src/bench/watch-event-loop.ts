import { monitorEventLoopDelay } from "node:perf_hooks";

// Loaded into the gateway's process before it starts: tells, when asked, for how long its event loop was blocked at worst
// since it was last asked, in milliseconds.
const histogram = monitorEventLoopDelay({ resolution: 1 });
histogram.enable();
process.on("message", (message) => {
  if (message !== "block") return;
  process.send?.({ block: histogram.max / 1e6 });
  histogram.reset();
});
