/** `2026-08-20 02:07:58.123Z`. @param ms milliseconds since 1970 UTC */
export function utcText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 23).replace('T', ' ')}Z`;
}

/** `2026-08-19 19:07:58 -07:00`, the clock on the wall beside the device. */
export function localText(ms: number, minutesEast: number): string {
  const wall = new Date(ms + minutesEast * 60_000).toISOString().slice(0, 19).replace('T', ' ');
  return `${wall} ${offsetText(minutesEast)}`;
}

/** `19:07:58`, for places where the date is in sight already. */
export function clockText(ms: number, minutesEast = 0): string {
  return new Date(ms + minutesEast * 60_000).toISOString().slice(11, 19);
}

/** `6 min 36 s`, `1.25 s`, `40 ms`: two units, and as fine as the times that it lies between. */
export function elapsedText(ms: number): string {
  const length = Math.abs(ms);
  if (length < 1000) {
    return `${Math.round(length)} ms`;
  }
  if (length < 10_000) {
    return `${Math.round(length / 10) / 100} s`;
  }
  const seconds = Math.round(length / 1000);
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  const parts = [`${days} d`, `${hours} h`, `${minutes} min`, `${seconds % 60} s`];
  const first = days > 0 ? 0 : hours > 0 ? 1 : minutes > 0 ? 2 : 3;
  return parts.slice(first, first + 2).join(' ');
}

/** `+39 s`, `−12 h 28 min`. */
export function signedElapsed(ms: number): string {
  return `${ms < 0 ? '−' : '+'}${elapsedText(ms)}`;
}

function offsetText(minutesEast: number): string {
  const minutes = Math.abs(minutesEast);
  return `${minutesEast < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Is `ms` an instant that a calendar can show? */
export function isInstant(ms: number): boolean {
  return Math.abs(ms) <= 8.64e15 - 86_400_000;
}
