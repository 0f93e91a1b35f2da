/**
 * An MS-DOS date and time ([MS-CAB] 2.3 CFFILE.date and time) as milliseconds since 1970, read as UTC. They have a
 * resolution of two seconds and no zone. `null` when they are no calendar date, e.g. all zeros.
 */
export function fromDosTime(date: number, time: number): number | null {
  const year = 1980 + (date >>> 9);
  const month = ((date >>> 5) & 15) - 1;
  const day = date & 31;
  const hour = time >>> 11;
  const minute = (time >>> 5) & 63;
  const second = (time & 31) * 2;
  const milliseconds = Date.UTC(year, month, day, hour, minute, second);
  const read = new Date(milliseconds);
  const isSame =
    read.getUTCMonth() === month &&
    read.getUTCDate() === day &&
    read.getUTCHours() === hour &&
    read.getUTCMinutes() === minute &&
    read.getUTCSeconds() === second;
  return isSame ? milliseconds : null;
}
