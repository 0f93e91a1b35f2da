import { group, list, text, type FieldsOf } from './template/fields';
import type { ReportModel } from './reportModel';

const places = text('where it stands: files and records, or lines');
const quotes = list('what stands there', {
  place: text('file and record, or line'),
  note: text('what it shows; may be empty'),
  text: text('as it is in the log'),
});
const evidence = { places, quotes };
const confidence = text('high, medium or low');
const fact = { name: text('what it is'), value: text('its value') };

const cause = list('the surest first', {
  name: text('URI of a policy, or app, script, update, process'),
  when: text('when it asked for a restart; empty for what is no policy'),
  why: text('the rule that gave the verdict, one sentence'),
  ...evidence,
});

const finding = {
  id: text('of its rule, such as reboot.policy-in-device-setup'),
  severity: text('error, warning or info: for styles, the same in every language'),
  level: text('the severity in words'),
  title: text('what was found'),
  confidence,
  why: list('what raised or lowered the confidence', null),
  advice: text('what to do, and what that costs'),
  gap: text('what is missing, and why; empty for what is no gap'),
  wouldDecide: list('what would decide it', null),
  links: list('documentation', null),
  verdicts: list('what people say about it in the case', {
    by: text('who; empty where the report names nobody'),
    verdict: text('agrees, disagrees or sees a different cause'),
    note: text('why; may be empty'),
  }),
  places,
  quotes: { ...quotes, about: 'what stands there, where no finding before it has quoted it' },
};

/** Every field that a template can name, and what it holds. Times are UTC, corrected for steps of the clock. */
export const templateFields: FieldsOf<ReportModel> = {
  title: text('the story in one sentence'),
  bundle: group({
    name: text('file name of the bundle'),
    sha256: text('SHA-256 of the bundle; of a folder, of its sorted member hashes'),
    kind: text('how it was collected: Collect diagnostics of Intune, mdmdiagnosticstool, folder or single log'),
    members: text('how many files are in it'),
  }),
  tool: text('name and version of what made the report'),
  redacted: text('yes where names were replaced by pseudonyms, else empty'),
  starred: text('yes where only starred parts are told at length, else empty'),
  lostStars: text('how many starred parts this bundle does not tell any more; empty for none'),
  facts: list('what kind of device it is; names nobody', fact),
  device: list('which device it is, with its name and its tenant', fact),
  timeline: text('the timeline as a drawing; empty in Markdown'),
  sections: list('the story at a glance: restarts, cost, advice, security, what is not known, what to collect', {
    title: text('heading'),
    lines: list('the most important first', { text: text('one or two sentences'), places }),
  }),
  user: list('what the user has at the end: Windows Hello, token, web sign-in', {
    name: text('what it is'),
    state: text('how it stands; "not known" is an answer'),
    why: text('what decides it, one sentence'),
    places,
  }),
  phases: list('of the Enrollment Status Page', {
    name: text('of the phase'),
    state: text('succeeded, failed, in progress, not started, skipped or unknown'),
    start: text('may be empty'),
    end: text('may be empty'),
    took: text('how long it took; may be empty'),
    steps: list('in their order', {
      name: text('of the step'),
      state: text('as of a phase'),
      error: text('code that it failed with; may be empty'),
      items: list('apps, policies, certificates, networks', {
        name: text('or id where no name is known'),
        kind: text('app, policy, certificate or network'),
        state: text('as of a phase'),
      }),
    }),
    places,
  }),
  story: list('event by event', {
    time: text('when'),
    kind: text('start, sleep, phase, policy, restart, sign-in, refusal or clock'),
    what: text('one sentence'),
    detail: text('may be empty'),
    verdict: text('of a policy: confirmed, likely, possible or refuted; else empty'),
    places,
  }),
  reboots: list('restarts, in the order of time', {
    id: text('such as reboot-1'),
    time: text('when it began'),
    what: text('what kind of restart'),
    during: text('in which part of the enrollment'),
    expected: text('does the flow call for it: yes, no or not decidable'),
    askedBy: text('process; empty where no log names it'),
    confidence,
    cost: text('sign-ins and the wait at the lock screen'),
    verdicts: list('causes by how sure they are; what is not the cause comes last', {
      verdict: text('Confirmed cause, Likely cause, Possible cause or Not the cause'),
      causes: cause,
    }),
    ...evidence,
  }),
  signIns: list('in the order of time; with names of users', {
    id: text('such as signin-2'),
    time: text('when'),
    what: text('what kind of sign-in'),
    user: text('who'),
    credential: text('by what'),
    why: text('what the credential is told from, one sentence'),
    wait: text('how long the lock screen waited; may be empty'),
    after: text('id of the restart that it follows; may be empty'),
    confidence,
    ...evidence,
  }),
  findings: list('what was found', finding),
  otherFindings: list('what was found and is not told at a glance, or was judged in the case', finding),
  unknown: list('what this bundle cannot tell', finding),
  security: list('how protection stood at the end of the bundle', {
    area: text('such as BitLocker'),
    state: text('measured, waiting for a restart, active, …; "not known" is an answer'),
    why: text('one sentence'),
    confidence: text('high, medium, low; empty where the state is not known'),
    places,
  }),
  moves: list('what taking a setting or an app out of device setup would save and cost', {
    name: text('last part of the URI, or id of the app'),
    subject: text('the whole URI, or id of the app'),
    restarts: text('yes where it restarts the enrollment as it is, empty where the price is paid already'),
    why: text('how it is now'),
    saves: text('restarts, sign-ins and time'),
    together: list('what has to move with it, or nothing is saved', null),
    price: list('what it costs in security', null),
    scope: text('whom it can be assigned to'),
    places,
  }),
  collect: list('what to ask for, the smallest first', {
    what: text('name'),
    why: text('what it would tell'),
    how: text('command or way'),
    size: text('small, medium or large'),
  }),
  coverage: list('logs, and how much of the enrollment they hold', {
    log: text('channel or file'),
    state: text('present, no records, not in the bundle, not collected or unreadable'),
    records: text('how many; empty where it is not known'),
    first: text('time of the first record; may be empty'),
    last: text('time of the last record; may be empty'),
    enrollment: text('all of it, a part of it, nothing of it or not known'),
    missing: text('how many records are missing in between; empty for none'),
  }),
  stated: list('what people have stated about the pass: not measured', {
    ...fact,
    by: text('who said so; may be empty'),
  }),
  notes: list('of the case', {
    about: text('what it is about'),
    text: text('the note; in HTML its Markdown is shown: paragraphs, lists, quotes, code, emphasis'),
    by: text('who; empty where the report names nobody'),
    at: text('when'),
    status: text('open, confirmed or not relevant; and who resolved it'),
    star: text('yes or empty'),
    tags: list('words', null),
    replies: list('in the order of time', {
      text: text('the reply'),
      by: text('who; empty where the report names nobody'),
      at: text('when'),
    }),
  }),
};
