import { cpus } from 'node:os';

/** One line on what a benchmark ran on; its figures mean nothing without it. */
export function machineLine(): string {
  return `machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; node ${process.version}`;
}

/** The median of some measurements. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}
