import * as l10n from '@vscode/l10n';
import type { EventFile } from '../bundle/eventStore';
import type { EventRecord } from '../evtx/eventRecord';
import { renderEvent } from '../logs/eventText';
import type { ContentTest } from './contentTest';
import { eventPreview } from './preview';
import { isInRanges, isInSpans, type NameCondition, type NumberCondition, type SearchPlan } from './searchPlan';
import type { SearchMatch } from './searchResult';

/** Corrected time of each record of a file, milliseconds since 1970 UTC, and whether another file has it already. */
export interface RecordTimes {
  readonly timeMs: Float64Array;
  /** 1 for a record that the channels of the bundle take from another file. */
  readonly isCopy: Uint8Array;
}

/** Tests the records of one event log: its columns first, and only what is left is decoded. */
export class EventSearch {
  private readonly wantedProviders: Uint8Array;
  private readonly wantedChannels: Uint8Array;
  private readonly needsRecord: boolean;

  constructor(
    private readonly file: EventFile,
    private readonly times: RecordTimes,
    private readonly plan: SearchPlan,
    private readonly content: ContentTest,
  ) {
    this.wantedProviders = wantedNames(file.log.providers, plan.provider);
    this.wantedChannels = wantedNames(file.log.channels, plan.channel);
    this.needsRecord = plan.user.length > 0 || !content.isEmpty;
  }

  /** Does the record fit? */
  fits(index: number): boolean {
    if (!this.fitsColumns(index)) {
      return false;
    }
    if (!this.needsRecord) {
      return true;
    }
    const record = this.file.log.record(index);
    return (
      record !== null &&
      this.plan.user.every((condition) => fitsUser(record, condition)) &&
      (this.content.isEmpty || this.content.fits(renderEvent(record)))
    );
  }

  /** The record as a match to show. */
  match(index: number): SearchMatch {
    const { path, log } = this.file;
    const { columns } = log;
    const record = log.record(index);
    const rendered = record === null ? l10n.t('This record is damaged and cannot be read.') : renderEvent(record);
    return {
      path,
      recordId: columns.recordId[index]!,
      line: null,
      timeMs: this.times.timeMs[index]!,
      rawMs: columns.timeMs[index]!,
      level: shownLevel(columns.level[index]!),
      provider: log.providers[columns.provider[index]!]!,
      eventId: columns.eventId[index]!,
      ...eventPreview(rendered, this.content),
    };
  }

  private fitsColumns(index: number): boolean {
    const { columns } = this.file.log;
    const { plan } = this;
    return (
      this.wantedProviders[columns.provider[index]!] === 1 &&
      this.wantedChannels[columns.channel[index]!] === 1 &&
      fitsNumber(columns.eventId[index]!, plan.id) &&
      fitsNumber(columns.level[index]!, plan.level) &&
      fitsNumber(columns.recordId[index]!, plan.record) &&
      plan.times.every(({ spans, negated }) => isInSpans(this.times.timeMs[index]!, spans) !== negated)
    );
  }
}

/** Records without a level are shown as information. */
function shownLevel(level: number): number {
  return level === 0 ? 4 : level;
}

/** For each name 1 where all conditions hold, so that a record costs one look-up. */
function wantedNames(names: readonly string[], conditions: readonly NameCondition[]): Uint8Array {
  return Uint8Array.from(names, (name) => (conditions.every(({ fits, negated }) => fits(name) !== negated) ? 1 : 0));
}

export function fitsNumber(value: number, conditions: readonly NumberCondition[]): boolean {
  return conditions.every(({ ranges, negated }) => isInRanges(value, ranges) !== negated);
}

/** The account that wrote the record, or one that its values speak of. */
function fitsUser(record: EventRecord, { fits, negated }: NameCondition): boolean {
  const isAbout =
    (record.userSid !== null && fits(record.userSid)) ||
    [...record.data, ...record.userData].some(({ name, value }) => /user|sid|account/i.test(name) && fits(value));
  return isAbout !== negated;
}
