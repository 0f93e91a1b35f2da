/** One line of setupact.log. */
export interface SetupactLine {
  /** The device's own clock, milliseconds since 1970 UTC. */
  readonly rawMs: number;
  /** Minutes east of UTC that the device used when it wrote the line. */
  readonly minutesEastOfUtc: number;
  readonly level: 'Info' | 'Warning' | 'Error';
  readonly process: string;
  readonly message: string;
}

/** setupact.log as Windows setup and OOBE write it: UTF-8 with BOM, CRLF, local time, whole seconds. */
export function setupactText(lines: readonly SetupactLine[]): string {
  const text = lines.map((line) => {
    const local = new Date(line.rawMs + line.minutesEastOfUtc * 60_000).toISOString();
    const stamp = `${local.slice(0, 10)} ${local.slice(11, 19)}`;
    return `${stamp}, ${line.level.padEnd(29)}[${line.process}] ${line.message}\r\n`;
  });
  return `\uFEFF${text.join('')}`;
}
