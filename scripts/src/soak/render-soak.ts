import type { SoakReport } from "./run-soak.ts";

/** The report as tables for people. */
export function renderSoak({ rate, seconds, requests, latency, memory, ...done }: SoakReport): string {
  const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
  const lines = [
    "| highest rate | offered | for | complete | partial | failed | p50 | p95 | p99 | max |",
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    row([
      `${rate.highest.toFixed(0)}/s`,
      `${rate.offered.toFixed(0)}/s`,
      `${seconds.toFixed(0)} s`,
      ...[requests.complete, requests.partial, requests.failed].map(String),
      ...[latency.p50, latency.p95, latency.p99, latency.max].map(milliseconds),
    ]),
    "",
    "| memory, MB | start | 1/3 | 2/3 | end | slope in the last third | |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...memory.map(({ name, thirds, slope, growth, rises }) =>
      row([
        name,
        ...thirds.map((megabytes) => megabytes.toFixed(0)),
        `${slope.toFixed(2)} MB/min (${growth.toFixed(1)} %)`,
        rises ? "rises" : "flat",
      ]),
    ),
    "",
    `${done.swaps} supergraphs put in force, ${done.restarts} subgraphs restarted meanwhile.`,
    ...done.complaints.map((complaint) => `! ${complaint}`),
  ];
  return `${lines.join("\n")}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
