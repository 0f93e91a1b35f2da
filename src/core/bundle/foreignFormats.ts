import type { MemberKind } from './memberKind';

/** What to do with formats that hold events but are not read here: one sentence for people. */
export const conversionHints: Partial<Readonly<Record<MemberKind, string>>> = {
  etl: 'An event trace has to be converted on Windows first (tracerpt file.etl -of XML -o file.xml); the XML opens as a log.',
  evtLegacy:
    'An event log of Windows XP times has to be converted on Windows first (wevtutil epl old.evt new.evtx /lf:true).',
};
