/** Resolves when a person or the parent process asks this process to stop, or when the parent is gone. */
export function stopRequest(): Promise<"stopped"> {
  return new Promise((resolve) => {
    const stop = () => resolve("stopped");
    // Stays deaf to further signals: an impatient second Ctrl-C must not cut the orderly end short and leave processes.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
    process.on("disconnect", stop);
  });
}
