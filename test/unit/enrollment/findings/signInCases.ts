import type { HelloPatternId, SignInProblem } from '../../../../src/core/enrollment/document/signIns';
import { sign } from '../signals';
import type { RuleCase } from './ruleCase';
import { evidence, pattern, quietStory, signIn, signInProblem, type Fragment } from './storyFragments';

function one(changes: Parameters<typeof signIn>[0]): Fragment {
  return { story: { signIns: [signIn(changes)] } };
}

function problem(code: string, category: SignInProblem['category']): Fragment {
  return { story: { signInProblems: [signInProblem(code, category)] } };
}

function hello(
  changes: Partial<typeof quietStory.hello>,
  signIns: readonly ReturnType<typeof signIn>[] = [],
): Fragment {
  return { story: { signIns, hello: { ...quietStory.hello, evidence, ...changes } } };
}

function patternCase(rule: string, id: HelloPatternId, other: HelloPatternId): RuleCase {
  return { rule, finds: hello({ patterns: [pattern(id)] }), refuses: hello({ patterns: [pattern(other)] }) };
}

function pass(expired: boolean | null, usedUp: boolean | null): Fragment {
  return {
    story: {
      signIns: [signIn()],
      temporaryAccessPass: {
        basis: 'stated, not measured',
        stated: { issuedAt: null, lifetimeMinutes: 60, oneTime: usedUp },
        expiredAt: null,
        atRePrompts: [{ signIn: 'signin-2', expired, usedUp, why: 'It had ended by then.' }],
      },
    },
  };
}

export const signInCases: readonly RuleCase[] = [
  {
    rule: 'signin.web-sign-in-re-prompt',
    finds: one({ credential: 'webSignIn', waitMs: 396_000 }),
    refuses: one({ credential: 'password' }),
  },
  {
    rule: 'signin.re-prompt-after-reboot',
    finds: one({ credential: 'password' }),
    refuses: one({ class: 'afterEnrollment' }),
  },
  {
    rule: 'signin.credential-not-provable',
    finds: one({ credential: 'unknown' }),
    refuses: one({ credential: 'webSignIn' }),
  },
  { rule: 'signin.long-wait', finds: one({ waitMs: 780_000 }), refuses: one({ waitMs: 30_000 }) },
  {
    rule: 'signin.automatic-after-reboot',
    finds: one({ class: 'automatic' }),
    refuses: one({ class: 'automatic', afterReboot: null }),
  },
  { rule: 'signin.planned', finds: one({ class: 'planned' }), refuses: one({ class: 'first' }) },
  { rule: 'signin.tap-expired', finds: problem('AADSTS130504', 'tap'), refuses: problem('AADSTS130501', 'tap') },
  { rule: 'signin.tap-rejected', finds: problem('AADSTS130507', 'tap'), refuses: problem('AADSTS130504', 'tap') },
  { rule: 'signin.mfa-required', finds: problem('AADSTS50076', 'mfa'), refuses: problem('0xCAA2000C', 'mfa') },
  {
    rule: 'signin.conditional-access',
    finds: problem('AADSTS53000', 'conditionalAccess'),
    refuses: problem('AADSTS50076', 'mfa'),
  },
  {
    rule: 'signin.password-expired',
    finds: problem('AADSTS50055', 'password'),
    refuses: problem('AADSTS50126', 'password'),
  },
  { rule: 'signin.refused', finds: problem('AADSTS50126', 'password'), refuses: problem('AADSTS50055', 'password') },
  {
    rule: 'signin.session-expired',
    finds: problem('AADSTS70008', 'session'),
    refuses: problem('0xC00000C4', 'network'),
  },
  {
    rule: 'signin.device-refused',
    finds: problem('AADSTS130007', 'device'),
    refuses: problem('AADSTS70008', 'session'),
  },
  { rule: 'signin.network', finds: problem('0xC00000C4', 'network'), refuses: problem('AADSTS130007', 'device') },
  { rule: 'signin.stated-pass-not-enough', finds: pass(false, true), refuses: pass(false, false) },
  {
    rule: 'token.missing-at-end',
    finds: { story: { token: { state: 'missing', why: '', evidence } } },
    refuses: { story: { token: { state: 'present', why: '', evidence } } },
  },
  { rule: 'hello.incomplete', finds: hello({ state: 'incomplete' }), refuses: hello({ state: 'unknown' }) },
  {
    rule: 'hello.not-configured',
    finds: hello({ state: 'notConfigured' }, [signIn()]),
    refuses: hello({ state: 'notConfigured' }, [signIn({ class: 'first' })]),
  },
  patternCase('hello.local-key-not-registered', 'keyNotRegistered', 'containerBroken'),
  patternCase('hello.policy-late', 'policyArrivedLate', 'noTokenAtSignIn'),
  patternCase('hello.no-token', 'noTokenAtSignIn', 'policyArrivedLate'),
  patternCase('hello.container-removed', 'containerRemoved', 'containerBroken'),
  patternCase('hello.container-broken', 'containerBroken', 'containerRemoved'),
  patternCase('hello.wrong-pin', 'wrongPin', 'oddTile'),
  patternCase('hello.web-sign-in-despite-key', 'webSignInDespiteKey', 'signedInAgainWithoutKey'),
  patternCase('hello.signed-in-again-without-key', 'signedInAgainWithoutKey', 'webSignInDespiteKey'),
  patternCase('hello.wizard-not-finished', 'wizardNotFinished', 'keyNotRegistered'),
  patternCase('hello.odd-tile', 'oddTile', 'wrongPin'),
  patternCase('hello.signed-out-at-once', 'signedOutAtOnce', 'oddTile'),
  {
    rule: 'hello.skipped-by-user',
    finds: { signals: [sign(840, { kind: 'helloWizard', step: 'left', error: '0x801c044f' })] },
    refuses: { signals: [sign(840, { kind: 'helloWizard', step: 'failed', error: '0x80090030' })] },
  },
  {
    rule: 'hello.registration-failed',
    finds: { signals: [sign(840, { kind: 'helloKeyFailed', sid: null, error: '0x801C03ED' })] },
    refuses: {
      signals: [
        sign(840, { kind: 'helloKeyFailed', sid: null, error: '0x801C03ED' }),
        sign(850, { kind: 'helloKeyRegistered', sid: null }),
      ],
    },
  },
];
