import assert from 'node:assert/strict';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { hoverAt } from '../../../src/core/language/hover';
import { code, link, plain } from '../../../src/core/language/markdown';
import { assertQuick } from '../logs/assertQuick';
import { onTheDay, phase, reboot, record, signIn, story } from '../host/storyBuilder';
import { contextOf, header, title } from './fakeLog';

const lsa = './Device/Vendor/MSFT/Policy/Config/DeviceGuard/LsaCfgFlags';
const appId = '0a1b2c3d-0000-4000-8000-00000000abcd';

const told: TriageDocument = {
  ...story({
    boots: [{ id: 'b1', start: onTheDay('02:00'), kind: 'restart', evidence: record(5) }],
    phases: [
      phase('deviceSetup', '02:01', {
        end: onTheDay('02:10'),
        subcategories: [
          {
            id: 'DeviceSetup.AppsSubcategory',
            state: 'failed',
            start: null,
            end: null,
            error: null,
            items: [
              {
                id: `Win32App_${appId}_1`,
                name: 'Contoso `VPN`',
                kind: 'app',
                technology: 'win32',
                state: 'failed',
                restartNeed: null,
                firstSeen: null,
                lastSeen: null,
                timeUncertaintyMs: null,
                evidence: record(3),
              },
            ],
            evidence: record(3),
          },
        ],
      }),
    ],
    reboots: [
      reboot('r1', '02:05', {
        causes: [
          {
            uri: lsa,
            verdict: 'likely',
            flaggedAt: onTheDay('02:02'),
            lastFlaggedAt: onTheDay('02:02'),
            count: 1,
            why: 'Flagged before it.',
            evidence: record(6),
          },
        ],
        evidence: record(7),
      }),
    ],
    signIns: [signIn('s1', '02:07', { user: { class: 'entra', name: 'adele', sid: 'S-1-12-1-1-2-3-4' } })],
  }),
  clock: {
    steps: [{ at: onTheDay('02:03'), deltaMs: 3_600_000, reason: 'timeSync', evidence: record(2) }],
    localOffsets: [{ from: onTheDay('00:00'), minutesEastOfUtc: -420, evidence: record(2) }],
    localLogs: [],
  },
};

/** The hover at the `|` of a record that is recorded as of `clock`. */
function hoverOf(marked: string, document: TriageDocument | null = told, clock = '02:05:00.0000000'): string {
  const text = [title, '', header(7, clock), `    Prop = ${marked.replace('|', '')}`, ''].join('\n');
  return hoverAt(contextOf(text, document), 3, 11 + marked.indexOf('|'))?.markdown ?? '';
}

describe('a hover', () => {
  it('says what an event means and what this record proves', () => {
    const context = contextOf([title, '', header(7, '02:05:00.0000000'), ''].join('\n'), told);
    const { markdown } = hoverAt(context, 2, context.lines.line(2).indexOf('User32'))!;
    assert.match(markdown, /\*\*Event 1074\*\* · ` User32 `/);
    assert.match(markdown, /\*\*Proves\*\* which process asked/);
    assert.match(markdown, /\*\*Does not prove\*\* which policy or app/);
    assert.match(markdown, /\[Documentation\]\(https:/);
    assert.match(markdown, /Evidence in this bundle for\*\* reboot 1 of 1/);
  });

  it('says which restart a URI caused, and how long before it was flagged', () => {
    const markdown = hoverOf(`(.|${lsa.slice(1)}).`);
    assert.match(markdown, /\*\*DeviceGuard\/LsaCfgFlags\*\*/);
    assert.match(markdown, /the likely cause of reboot 1 of 1 .*flagged 3 min before it/);
  });

  it('knows a URI with and without its scope, in any case', () => {
    assert.match(hoverOf(`./Vendor|/msft/policy/config/deviceguard/lsacfgflags`), /likely cause/);
    assert.doesNotMatch(hoverOf(`./Vendor|/msft/policy/config/deviceguard/other`), /cause/);
  });

  it('gives the time in every clock there is', () => {
    const context = contextOf([title, '', header(7, '02:05:00.0000000'), ''].join('\n'), told);
    const { markdown } = hoverAt(context, 2, 3)!;
    assert.match(markdown, /\*\*UTC\*\* ` 2026-08-20 02:05:00\.000Z `/);
    assert.match(markdown, /\*\*Device\*\* ` 2026-08-19 19:05:00 -07:00 `/);
    assert.match(markdown, /Since Windows started\*\* ` 5 min `/);
    assert.match(markdown, /Since the enrollment began\*\* ` \+4 min `/);
    assert.match(markdown, /Phase\*\* Device setup/);
    assert.match(markdown, /clock was set by \+1 h/);
  });

  it('shows the recorded and the corrected time of what was written before the clock was set', () => {
    const context = contextOf([title, '', header(7, '01:01:00.0000000'), ''].join('\n'), told);
    const { markdown } = hoverAt(context, 2, 3)!;
    assert.match(markdown, /02:01:00\.000Z ` \(corrected\)/);
    assert.match(markdown, /As recorded\*\* ` 2026-08-20 01:01:00\.000Z `: the clock was 1 h behind/);
  });

  it('names the app, the person, the subcategory and the credential provider behind their ids', () => {
    assert.match(hoverOf(`Win32App_|${appId}_1`), /\*\*App\*\* `` Contoso `VPN` ``/);
    assert.match(hoverOf(`{|${appId}}`), /Contoso/);
    assert.match(hoverOf('S-1-12|-1-1-2-3-4'), /signs in as ` adele `/);
    assert.match(hoverOf('DeviceSetup.|AppsSubcategory'), /failed/);
    assert.match(hoverOf('{C5D7540A-CD51|-453B-B22B-05305BA03F07}'), /web sign\\-in/);
  });

  it('calls an account that of the setup experience only where the story has seen it there', () => {
    const sid = 'S-1-5-21-1-2-3-1000';
    const inOobe = { ...told, signIns: [signIn('s1', '02:07', { user: { class: 'oobe', name: null, sid } })] };
    assert.match(hoverOf('S-1-5|-21-1-2-3-1000', inOobe), /setup experience runs/);
    assert.doesNotMatch(hoverOf('S-1-5|-21-1-2-3-1000'), /setup experience|defaultuser/);
  });

  it('says nothing where nothing is known', () => {
    assert.equal(hoverOf('plain |words'), '');
    assert.equal(hoverOf(`x |${appId}`, null), '');
  });

  it('lets nothing out of a log act as Markdown', () => {
    const evil = '`[x](command:evil) <img src=x> ![](https://x.y)`` $(bug)';
    const hostile: TriageDocument = {
      ...told,
      signIns: [signIn('s1', '02:07', { user: { class: 'entra', name: evil, sid: 'S-1-12-1-1-2-3-4' } })],
      findings: [
        {
          id: 'x',
          title: evil,
          severity: 'info',
          confidence: 'low',
          about: [],
          advice: '',
          links: [],
          evidence: record(7),
          source: 'builtIn',
          confidenceWhy: [],
          gap: null,
          wouldDecide: [],
        },
      ],
    };
    for (const markdown of [hoverOf('S-1-12|-1-1-2-3-4', hostile), eventHoverOf(hostile)]) {
      const outsideCode = markdown.replace(/(`+) .*? \1(?!`)/g, '').replace(/^\[Documentation\]\(https:\S+\)$/m, '');
      assert.doesNotMatch(outsideCode, /(?<!\\)[[<]|(?<!\\)!\(|\]\(command/, markdown);
    }
  });

  it('takes no longer for a record of megabytes', () => {
    const line = `    Data = ${`${lsa} {${appId}} `.repeat(30_000)}`;
    const context = contextOf([title, '', header(7, '02:05:00.0000000'), line, ''].join('\n'), told);
    const start = performance.now();
    assert.ok(hoverAt(context, 3, line.length >> 1));
    assert.ok(performance.now() - start < 30);
    assertQuick('hovers', () => {
      for (let column = 0; column < 2000; column += 1) {
        hoverAt(context, 3, column);
      }
    });
  });
});

function eventHoverOf(document: TriageDocument): string {
  const context = contextOf([title, '', header(7, '02:05:00.0000000'), ''].join('\n'), document);
  return hoverAt(context, 2, context.lines.line(2).indexOf('User32'))?.markdown ?? '';
}

describe('Markdown from a log', () => {
  it('is fenced by more backticks than it holds, on one line, and not endless', () => {
    assert.equal(code('a`b``c'), '``` a`b``c ```');
    assert.equal(code('a\r\nb\u202ec'), '` a b c `');
    assert.equal(code(''), '');
    assert.ok(code('x'.repeat(10_000)).length < 400);
  });

  it('is escaped where it stands in words', () => {
    assert.equal(plain('[a](b) <c> *d* #e https://f @g'), '\\[a\\]\\(b\\) \\<c\\> \\*d\\* \\#e https\\://f \\@g');
  });

  it('links to https pages only', () => {
    assert.equal(
      link('Doc', 'https://learn.microsoft.com/x?view=y#z'),
      '[Doc](https://learn.microsoft.com/x?view=y#z)',
    );
    assert.equal(link('Doc', 'command:evil'), 'Doc');
    assert.equal(link('Doc', 'https://x) [y](command:z'), 'Doc');
  });
});
