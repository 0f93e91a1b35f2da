import type { Anchor, Place } from '../../core/case/anchor';
import type { ResolvedAnchor } from '../../core/case/resolveAnchor';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { BundleIdentity, CaseDocument } from '../../core/case/caseDocument';
import type { ReportRequest } from '../../core/report/makeReport';
import type { FrameForm } from '../../core/report/frameWords';
import type { WrittenReport } from '../../core/report/writeReport';
import type { StatedPass } from '../../core/enrollment/document/signIns';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';
import type { RedactedExport } from '../../core/redact/redactExport';
import type {
  BundleRequestName,
  BundleRequests,
  ChannelSeries,
  OpenedBundle,
  OpenRequest,
  PartialResult,
  RedactedBundle,
  RedactionRequest,
  RenderedMember,
  SearchPart,
  SearchRequest,
} from '../../protocol/bundleService';
import {
  BundleWorker,
  RequestCancelledError,
  type RequestOptions,
  type StreamOptions,
  type WorkerProgram,
  type WorkerStoppedError,
} from './bundleWorker';

type BundleQuestion = Exclude<BundleRequestName, 'open' | 'close'>;

interface Reading {
  worker: BundleWorker | null;
  readonly opened: Promise<OpenedBundle>;
}

/**
 * One bundle and the worker thread that reads it. The thread starts with {@link open} and ends with
 * {@link dispose}, so no thread and none of its memory outlives its bundle, and one bundle's crash cannot take
 * another bundle along. After a crash the next question starts a new thread and opens the bundle again.
 */
export class BundleClient {
  private reading: Reading | null = null;
  private closed = false;
  private stated: StatedPass | null = null;

  /**
   * @param locate where the bundle and the rules for it are; asked again for each new thread, because bytes move with the request
   * @param onStopped told when the thread ended on its own
   */
  constructor(
    private readonly program: WorkerProgram,
    private readonly locate: () => Promise<Omit<OpenRequest, 'password' | 'stated'>>,
    private readonly onStopped: (error: WorkerStoppedError) => void,
  ) {}

  /** Opens, or opens again with another password. */
  open(password: string | undefined, options: RequestOptions): Promise<OpenedBundle> {
    this.stopReading();
    const reading: Reading = { worker: null, opened: this.start(password, options, () => reading) };
    this.reading = reading;
    reading.opened.catch(() => {
      if (this.reading === reading) {
        this.stopReading();
      }
    });
    return reading.opened;
  }

  read(path: string): Promise<BundleRequests['read']['result']> {
    return this.ask('read', (id) => ({ id, path }));
  }

  /** A member, or its part of that number, as text; parts are at most `maxLength` UTF-16 units long. */
  render(path: string, part: number, maxLength: number): Promise<RenderedMember | { readonly reason: string }> {
    return this.ask('render', (id) => ({ id, path, part, maxLength }));
  }

  /** The number of the part that shows `evidence`. */
  async partOf(evidence: EvidenceRef, maxLength: number): Promise<number> {
    return (await this.ask('partOf', (id) => ({ id, evidence, maxLength }))).part;
  }

  async series(): Promise<readonly ChannelSeries[]> {
    return (await this.ask('series', (id) => ({ id }))).channels;
  }

  /** The story at a glance, with its timeline as SVG of that width in pixels. */
  overview(width: number): Promise<BundleRequests['overview']['result']> {
    return this.ask('overview', (id) => ({ id, width }));
  }

  /** A report of the bundle, or what is wrong with its template. */
  report(
    request: ReportRequest,
    signal: AbortSignal,
    redaction: RedactionRequest | null = null,
  ): Promise<WrittenReport> {
    return this.ask('report', (id) => ({ id, redaction, ...request }), { signal });
  }

  /** Where `text` occurs in all members; at most `limit` places are listed, all are counted. */
  occurrences(text: string, limit: number, signal: AbortSignal): Promise<BundleRequests['occurrences']['result']> {
    return this.ask('occurrences', (id) => ({ id, text, limit }), { signal });
  }

  /** Looks for what `request` asks for; `onPart` hears of what was found so far. */
  search(
    request: SearchRequest,
    signal: AbortSignal,
    onPart: (part: SearchPart) => void,
  ): Promise<BundleRequests['search']['result']> {
    return this.ask('search', (id) => ({ id, ...request }), { signal, onPartial: onPart });
  }

  /** What makes a record, or `count` lines from one on, findable again; `null` where the bundle does not have it. */
  async placeOf(evidence: EvidenceRef, count: number): Promise<Place | null> {
    return (await this.ask('placeOf', (id) => ({ id, evidence, count }))).place;
  }

  /** Where notes belong, in the order in which they were asked for. */
  async resolve(anchors: readonly Anchor[]): Promise<readonly ResolvedAnchor[]> {
    return (await this.ask('resolveAnchors', (id) => ({ id, anchors }))).resolved;
  }

  /** Tells the story again with what a person has stated; a new thread will tell it so, too. */
  async retell(stated: StatedPass | null): Promise<TriageDocument> {
    this.stated = stated;
    return (await this.ask('retell', (id) => ({ id, stated }))).document;
  }

  /** All of the bundle as text with pseudonyms; `onProgress` hears how far it has come. */
  redactedBundle(
    request: RedactionRequest,
    signal: AbortSignal,
    onProgress: (progress: PartialResult<'redactedBundle'>) => void,
  ): Promise<RedactedBundle> {
    return this.ask('redactedBundle', (id) => ({ id, ...request }), { signal, onPartial: onProgress });
  }

  /** A text made from the bundle, with pseudonyms; `form` tells which words are its own. */
  redactedText(text: string, request: RedactionRequest, form: FrameForm | null = null): Promise<RedactedExport> {
    return this.ask('redactedText', (id) => ({ id, text, form, ...request }));
  }

  /** What a case knows the bundle by. */
  caseIdentity(): Promise<BundleIdentity> {
    return this.ask('caseIdentity', (id) => ({ id }));
  }

  /** What a case says of what the screen shows. */
  async anchorInCase(anchor: Anchor): Promise<Anchor> {
    return (await this.ask('anchorInCase', (id) => ({ id, anchor }))).anchor;
  }

  /** Plain data about a case as it is shown while names are hidden. */
  async shownPart<T>(part: T): Promise<T> {
    return (await this.ask('shownPart', (id) => ({ id, part }))).part as T;
  }

  /** A case as it is shown while names are hidden. */
  redactedCase(caseDocument: CaseDocument, request: RedactionRequest): Promise<CaseDocument> {
    return this.ask('redactedCase', (id) => ({ id, caseDocument, ...request }));
  }

  dispose(): void {
    this.closed = true;
    this.stopReading();
  }

  private async start(
    password: string | undefined,
    options: RequestOptions,
    reading: () => Reading,
  ): Promise<OpenedBundle> {
    const where = await unlessCancelled(this.locate(), options.signal);
    if (this.reading !== reading()) {
      throw new RequestCancelledError();
    }
    const worker = new BundleWorker(this.program, (error) => {
      if (this.reading === reading()) {
        this.reading = null;
      }
      this.onStopped(error);
    });
    reading().worker = worker;
    const known = {
      ...(password === undefined ? {} : { password }),
      ...(this.stated === null ? {} : { stated: this.stated }),
    };
    return worker.request('open', { ...where, ...known }, options);
  }

  private async ask<Name extends BundleQuestion>(
    name: Name,
    params: (id: number) => BundleRequests[Name]['params'],
    options: StreamOptions<PartialResult<Name>> = {},
  ): Promise<BundleRequests[Name]['result']> {
    if (this.closed) {
      throw new RequestCancelledError();
    }
    // A reader that did not hear a cancellation was ended; the next one opens the bundle again.
    if (this.reading === null || this.reading.worker?.isStopped === true) {
      void this.open(undefined, {});
    }
    const reading = this.reading;
    const opened = await reading?.opened;
    if (opened === undefined || reading?.worker === null || reading?.worker === undefined) {
      throw new RequestCancelledError();
    }
    return reading.worker.request(name, params(opened.id), options);
  }

  private stopReading(): void {
    this.reading?.worker?.dispose();
    this.reading = null;
  }
}

/** A share may take long to hand out a file: whoever gives it up does not wait for that. */
function unlessCancelled<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => {
      reject(new RequestCancelledError());
    };
    signal?.addEventListener('abort', cancel, { once: true });
    void work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', cancel));
  });
}
