// Preloaded into processes that have no orderly end of their own, such as Jest and its workers: without their parent,
// which nothing hands a SIGKILL on to them, they would run on, and so would all that they have started.
// Not by the event `disconnect`: who listens for it keeps the channel open, and the process would not end by itself.
if (process.connected) setInterval(() => process.connected || process.exit(1), 500).unref();

// Nothing is left to do: to take a large heap down piece by piece would take longer than Jest waits for its workers.
if (process.env.JEST_WORKER_ID) process.on("beforeExit", () => process.exit());
