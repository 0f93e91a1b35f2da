/** One record of an Intune Management Extension log. */
export interface ImeRecord {
  /** The device's own clock, milliseconds since 1970 UTC. */
  readonly rawMs: number;
  /** 100 ns units within that millisecond. */
  readonly ticks: number;
  readonly minutesEastOfUtc: number;
  /** May span lines, which are separated by a bare LF. */
  readonly message: string;
  readonly type: 1 | 2 | 3;
  readonly thread: number;
}

/**
 * IntuneManagementExtension.log: UTF-8 with BOM, records end with CRLF, local time without offset, seven digits
 * of a second, the date as month-day-year in every language.
 */
export function imeLogText(records: readonly ImeRecord[]): string {
  return `\uFEFF${records.map(imeLine).join('')}`;
}

function imeLine(record: ImeRecord): string {
  const local = new Date(record.rawMs + record.minutesEastOfUtc * 60_000);
  const time = `${local.toISOString().slice(11, 23)}${String(record.ticks).padStart(4, '0')}`;
  const date = `${local.getUTCMonth() + 1}-${local.getUTCDate()}-${local.getUTCFullYear()}`;
  const attributes = `component="IntuneManagementExtension" context="" type="${record.type}" thread="${record.thread}" file=""`;
  return `<![LOG[${record.message}]LOG]!><time="${time}" date="${date}" ${attributes}>\r\n`;
}
