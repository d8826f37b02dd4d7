/** Lets equal requests that are under way at the same time share one answer. */
export type ShareInFlight = (
  key: string | undefined,
  signal: AbortSignal,
  start: (signal: AbortSignal) => Promise<string>,
) => Promise<string>;

interface Flight {
  readonly answer: Promise<string>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Makes the sharer. A request without a key is not shared. A shared one ends early only when everybody who
 * waits for it has gone: one client that hangs up must not fail another one's answer.
 */
export function shareInFlight(): ShareInFlight {
  const flights = new Map<string, Flight>();

  return async (key, signal, start) => {
    signal.throwIfAborted();
    const flight = (key !== undefined && flights.get(key)) || takeOff(key, start);
    flight.waiting += 1;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        flight.waiting -= 1;
        if (flight.waiting === 0) {
          if (key !== undefined) flights.delete(key);
          flight.controller.abort(signal.reason);
        }
        reject(signal.reason);
      };
      signal.addEventListener("abort", leave, { once: true });
      const land = async (): Promise<void> => {
        try {
          resolve(await flight.answer);
        } catch (error) {
          reject(error);
        } finally {
          signal.removeEventListener("abort", leave);
        }
      };
      void land();
    });
  };

  function takeOff(key: string | undefined, start: (signal: AbortSignal) => Promise<string>): Flight {
    const controller = new AbortController();
    const flight: Flight = { answer: start(controller.signal), controller, waiting: 0 };
    if (key === undefined) return flight;
    flights.set(key, flight);
    // Whoever comes later asks anew: an answer is shared, never kept.
    const land = (): unknown => flights.get(key) === flight && flights.delete(key);
    flight.answer.then(land, land);
    return flight;
  }
}
