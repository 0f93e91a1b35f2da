import { eventKind, namedPayload } from '../../bundles/eventKind';
import type { EvtxRecord } from '../../bundles/evtxRecord';

const source = {
  provider: 'Contoso-Sample',
  guid: '{11111111-2222-3333-4444-55555555ABCD}',
  channel: 'Contoso-Sample/Operational',
  keywords: 0x8000000000000010n,
};

/** One field of each type that events use. */
const sample = eventKind(
  source,
  1074,
  {
    text: 'string',
    ansi: 'ansiString',
    small: 'uint8',
    word: 'uint16',
    signed: 'int32',
    unsigned: 'uint32',
    negative: 'int64',
    large: 'uint64',
    yes: 'boolean',
    bytes: 'binary',
    id: 'guid',
    handle: 'pointer',
    when: 'fileTime',
    who: 'sid',
    result: 'hex32',
    flags: 'hex64',
  },
  { version: 2, task: 7, opcode: 9 },
);

const instantMs = Date.UTC(2024, 2, 1, 12, 0, 0, 123);

export function sampleRecord(recordId: number, text = 'hello'): EvtxRecord {
  return {
    header: sample.header,
    recordId,
    timeMs: instantMs + recordId,
    timeTicks: 4567,
    computer: 'PC-1',
    userSid: 'S-1-5-18',
    processId: 4,
    threadId: 5678,
    activityId: '{AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE}',
    payload: namedPayload(sample, {
      text,
      ansi: 'plain',
      small: 200,
      word: 65_535,
      signed: -2147024894,
      unsigned: 4_294_967_295,
      negative: -9_007_199_254_740_993n,
      large: 18_446_744_073_709_551_615n,
      yes: true,
      bytes: Uint8Array.of(0, 0xab, 0xff),
      id: '{01234567-89AB-CDEF-0123-456789ABCDEF}',
      handle: 0x1f4,
      when: instantMs,
      who: 'S-1-5-21-1-2-3-4294967295',
      result: 0x80070005,
      flags: 0x100000000n,
    }),
  };
}

/** The fields of {@link sampleRecord} as Event Viewer prints them. */
export const sampleFields: readonly (readonly [string, string])[] = [
  ['text', 'hello'],
  ['ansi', 'plain'],
  ['small', '200'],
  ['word', '65535'],
  ['signed', '-2147024894'],
  ['unsigned', '4294967295'],
  ['negative', '-9007199254740993'],
  ['large', '18446744073709551615'],
  ['yes', 'true'],
  ['bytes', '00ABFF'],
  ['id', '{01234567-89ab-cdef-0123-456789abcdef}'],
  ['handle', '0x1f4'],
  ['when', '2024-03-01T12:00:00.1230000Z'],
  ['who', 'S-1-5-21-1-2-3-4294967295'],
  ['result', '0x80070005'],
  ['flags', '0x100000000'],
];

export function sampleRecords(count: number): EvtxRecord[] {
  return Array.from({ length: count }, (_, index) => sampleRecord(1000 + index, `text number ${index}`));
}
