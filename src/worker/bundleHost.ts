import * as l10n from '@vscode/l10n';
import type { Bundle } from '../core/bundle/bundle';
import { sharedChannels } from '../core/bundle/recordCopies';
import { openBundle } from '../core/bundle/openBundle';
import { errorProblem } from '../core/bytes/problem';
import { MemorySource } from '../core/bytes/byteSource';
import { contentKey } from '../core/case/bundleIdentity';
import { BundlePlaces } from '../core/case/bundlePlaces';
import type { StatedPass } from '../core/enrollment/document/signIns';
import { noUserRules, type UserRules } from '../core/enrollment/findings/userRules/readUserRules';
import { triage, type Triage } from '../core/enrollment/triage';
import { findOccurrences } from '../core/language/occurrences';
import { inputFromPath, type OpenedPath } from '../files/inputFromPath';
import { readRuleFolder } from '../files/ruleFolder';
import { frameWords } from '../core/report/frameWords';
import { makeReport } from '../core/report/makeReport';
import { plainView, redactedView } from '../core/redact/redactedView';
import { redactExport } from '../core/redact/redactExport';
import { Redactor } from '../core/redact/redactor';
import { namesInCase } from '../core/report/namesInCase';
import { redactedCase, redactedPart } from '../core/report/shownCase';
import { overviewOf } from '../core/report/overview';
import { BundleSearch } from '../core/search/bundleSearch';
import { buildTimeline } from '../core/timeline/buildTimeline';
import { channelSeries } from '../core/timeline/channelSeries';
import { editorTheme } from '../core/timeline/paint/theme';
import { timelineSvg as drawTimeline } from '../core/timeline/timelineSvg';
import type {
  BundleRequests,
  ChannelSeries,
  MemberInfo,
  OpenProgress,
  OpenRequest,
  PartialResult,
  RedactionRequest,
} from '../protocol/bundleService';
import { MemberParts } from './memberParts';
import { BundleNames } from './bundleNames';
import { makeRedactedBundle, makeSafeReport } from './redaction';
import { ShownPlaces } from './shownPlaces';
import { partOfEvidence, renderMember } from './renderMember';

/** What the editor sees of a bundle: it may have pseudonyms for names. */
interface ShownBundle {
  /** As it is told by what was collected. */
  readonly originallyTold: Triage;
  readonly bundle: Bundle;
  readonly told: Triage;
  readonly search: BundleSearch;
  readonly shownPlaces: ShownPlaces;
}

interface HeldBundle extends ShownBundle {
  /** As it was collected. */
  readonly original: Bundle;
  readonly rules: UserRules;
  readonly redactor: Redactor | null;
  readonly redaction: RedactionRequest | null;
  readonly names: BundleNames;
  readonly places: BundlePlaces;
  readonly parts: MemberParts;
  readonly close: () => Promise<void>;
}

/** Handles each request by its name: `signal` aborts it, `report` tells how far opening has come, `emit` what it has. */
export type Handlers = {
  readonly [Name in keyof BundleRequests]: (
    params: BundleRequests[Name]['params'],
    signal: AbortSignal,
    report: (progress: OpenProgress) => void,
    emit: (partial: PartialResult<Name>) => void,
  ) => Promise<BundleRequests[Name]['result']>;
};

/** Holds the open bundles of an editor window and answers its requests. */
export class BundleHost implements Handlers {
  private readonly held = new Map<number, HeldBundle>();
  private nextId = 1;

  readonly open: Handlers['open'] = async (request, signal, report) => {
    const { input, close } = await inputOf(request);
    try {
      const result = await openBundle(input, { signal, password: request.password, onProgress: report });
      if (!result.ok) {
        throw new Error(result.problem.detail);
      }
      const original = result.bundle;
      const memberCount = original.members.length;
      report({ step: 'triage', members: memberCount, totalMembers: memberCount, records: original.logs.events.count });
      const rules = await rulesOf(request);
      const names = new BundleNames(original);
      const redactor = await redactorOf(names, request, signal);
      const places = new BundlePlaces(original);
      const shown = shownBundle(original, tell(original, request.stated ?? null, rules), redactor, places);
      const id = this.nextId;
      this.nextId += 1;
      this.held.set(id, {
        ...shown,
        original,
        rules,
        redactor,
        redaction: request.redaction ?? null,
        names,
        places,
        parts: new MemberParts(),
        close,
      });
      const { bundle, told } = shown;
      return {
        id,
        members: memberInfos(bundle),
        document: told.document,
        sharedChannels: sharedChannels(bundle.logs.events),
        problems: bundle.problems,
        needsPassword: bundle.members.some(({ unreadable }) => unreadable === 'encrypted'),
      };
    } catch (error) {
      await close();
      throw error;
    }
  };

  readonly read: Handlers['read'] = async ({ id, path }, signal) => {
    const content = await this.bundleOf(id).bundle.read(path, { signal });
    return content.ok ? { bytes: content.bytes } : { reason: content.problem.detail };
  };

  readonly render: Handlers['render'] = async ({ id, path, part, maxLength }, signal) => {
    const { bundle, parts } = this.bundleOf(id);
    return renderMember(bundle, path, { number: part, maxLength }, parts, signal);
  };

  readonly partOf: Handlers['partOf'] = async ({ id, evidence, maxLength }, signal) => {
    const { bundle, parts } = this.bundleOf(id);
    return { part: await partOfEvidence(bundle, evidence, maxLength, parts, signal) };
  };

  readonly series: Handlers['series'] = ({ id }) => Promise.resolve({ channels: seriesOf(this.bundleOf(id)) });

  readonly overview: Handlers['overview'] = ({ id, width }) => {
    const held = this.bundleOf(id);
    const model = buildTimeline(held.told.document, seriesOf(held));
    const timelineSvg = drawTimeline(model, {
      width,
      withChannels: false,
      withDetails: false,
      theme: editorTheme,
      idPrefix: 'overview',
    });
    return Promise.resolve({ overview: overviewOf(held.told.document), timelineSvg });
  };

  readonly report: Handlers['report'] = ({ id, redaction: wanted, ...request }, signal) => {
    const { original, originallyTold, redaction: onScreen, names } = this.bundleOf(id);
    const redaction = wanted ?? onScreen;
    return redaction === null
      ? makeReport(original, originallyTold, request, signal)
      : makeSafeReport(original, originallyTold, request, { redaction, names }, signal);
  };

  readonly occurrences: Handlers['occurrences'] = ({ id, text, limit }, signal) =>
    findOccurrences(this.bundleOf(id).bundle, text, limit, signal);

  readonly search: Handlers['search'] = async ({ id, query, limits, uniqueEvents }, signal, _report, emit) => {
    for await (const update of this.bundleOf(id).search.search(query, { limits, uniqueEvents, signal })) {
      if (update.kind === 'end') {
        return update.outcome;
      }
      emit(update);
    }
    throw new Error('The search ended without an outcome.');
  };

  readonly placeOf: Handlers['placeOf'] = async ({ id, evidence, count }, signal) => ({
    place: await this.bundleOf(id).shownPlaces.placeOf(evidence, count, signal),
  });

  readonly resolveAnchors: Handlers['resolveAnchors'] = async ({ id, anchors }, signal) => ({
    resolved: await this.bundleOf(id).shownPlaces.resolve(anchors, signal),
  });

  readonly retell: Handlers['retell'] = ({ id, stated }) => {
    const held = this.bundleOf(id);
    const { original, rules, redactor, places } = held;
    const shown = shownBundle(original, tell(original, stated, rules), redactor, places);
    this.held.set(id, { ...held, ...shown });
    return Promise.resolve({ document: shown.told.document });
  };

  readonly redactedBundle: Handlers['redactedBundle'] = async ({ id, ...request }, signal, _report, emit) => {
    const { original, names } = this.bundleOf(id);
    return makeRedactedBundle(original, await names.identifiers(request, signal), signal, emit);
  };

  readonly redactedText: Handlers['redactedText'] = async ({ id, text, form, ...request }, signal) => {
    const found = await this.bundleOf(id).names.identifiers(request, signal, { texts: [text] });
    return redactExport(text, found, form === null ? undefined : frameWords(form, text));
  };

  readonly redactedCase: Handlers['redactedCase'] = async ({ id, caseDocument, ...request }, signal) => {
    const { names, shownPlaces } = this.bundleOf(id);
    const redactor = new Redactor((await names.identifiers(request, signal, namesInCase(caseDocument))).identifiers);
    return redactedCase(caseDocument, { redact: (text) => shownPlaces.shownName(text) ?? redactor.redact(text) });
  };

  readonly caseIdentity: Handlers['caseIdentity'] = async ({ id }) => {
    const { name, sha256, members } = this.bundleOf(id).originallyTold.document.bundle;
    return { sha256, names: [name], content: await contentKey(members) };
  };

  readonly anchorInCase: Handlers['anchorInCase'] = ({ id, anchor }) =>
    Promise.resolve({ anchor: this.bundleOf(id).shownPlaces.anchorInCase(anchor) });

  readonly shownPart: Handlers['shownPart'] = ({ id, part }) =>
    Promise.resolve({ part: redactedPart(part, this.bundleOf(id).shownPlaces) });

  readonly close: Handlers['close'] = async ({ id }) => {
    const bundle = this.held.get(id);
    this.held.delete(id);
    await bundle?.close();
    return null;
  };

  private bundleOf(id: number): HeldBundle {
    const bundle = this.held.get(id);
    if (bundle === undefined) {
      throw new Error(l10n.t('This bundle is not open any more.'));
    }
    return bundle;
  }
}

function tell(bundle: Bundle, stated: StatedPass | null, rules: UserRules): Triage {
  return triage(bundle, stated === null ? null : { temporaryAccessPass: stated }, rules);
}

/** The bundle and its story, with pseudonyms where that is asked for. */
function shownBundle(
  original: Bundle,
  originallyTold: Triage,
  redactor: Redactor | null,
  places: BundlePlaces,
): ShownBundle {
  const view =
    redactor === null ? plainView(original, originallyTold) : redactedView(original, originallyTold, redactor);
  return {
    originallyTold,
    bundle: view.bundle,
    told: view.told,
    search: new BundleSearch(view.bundle, view.told),
    shownPlaces: new ShownPlaces(places, originallyTold.document, view),
  };
}

/** What puts pseudonyms for the names of a bundle; `null` where they are to stay. */
async function redactorOf(
  names: BundleNames,
  { redaction }: OpenRequest,
  signal: AbortSignal,
): Promise<Redactor | null> {
  if (redaction === undefined) {
    return null;
  }
  const { identifiers, isComplete } = await names.identifiers(redaction, signal);
  if (!isComplete) {
    throw new Error(l10n.t('There are more names in this bundle than can be redacted on the screen.'));
  }
  return new Redactor(identifiers);
}

function seriesOf({ bundle, told }: HeldBundle): readonly ChannelSeries[] {
  return channelSeries(bundle.logs.events, told.clock);
}

async function inputOf({ location, name }: OpenRequest): Promise<OpenedPath> {
  if (location.kind === 'bytes') {
    return { input: { kind: 'file', name, source: new MemorySource(location.bytes) }, close: () => Promise.resolve() };
  }
  return inputFromPath(location.path);
}

/** A folder that cannot be read is told like a rule that cannot be used: the bundle opens all the same. */
async function rulesOf({ rulesFolder }: OpenRequest): Promise<UserRules> {
  if (rulesFolder === undefined) {
    return noUserRules;
  }
  return readRuleFolder(rulesFolder).catch((error: unknown) => ({
    rules: [],
    problems: [errorProblem('rules.unreadable', rulesFolder, error instanceof Error ? error.message : String(error))],
  }));
}

function memberInfos({ members, logs }: Bundle): readonly MemberInfo[] {
  const channels = new Map(
    logs.events.files.map(({ path, log }) => {
      const [only, another] = log.channels.filter((name) => name !== '');
      return [path, another === undefined ? (only ?? null) : null] as const;
    }),
  );
  return members.map(({ path, size, modified, kind, unreadable, problems, records, understood }) => ({
    path,
    size,
    modified,
    kind,
    unreadable,
    problems,
    records,
    channel: channels.get(path) ?? null,
    understood,
  }));
}
