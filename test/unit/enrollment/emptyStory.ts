import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { noPolicies } from './noPolicies';

/** A bundle about which nothing is known. */
export const emptyStory: TriageDocument = {
  schemaVersion: 1,
  bundle: { name: '', sha256: '', kind: 'folder', container: 'folder', members: [], unreadable: [], problems: [] },
  device: {
    osBuild: null,
    edition: null,
    name: null,
    joinType: null,
    scenario: null,
    profile: null,
    preProvisioning: null,
    evidence: [],
  },
  coverage: [],
  clock: { steps: [], localOffsets: [], localLogs: [] },
  boots: [],
  phases: [],
  attempts: [],
  contradictions: [],
  devicePreparation: null,
  reboots: [],
  signIns: [],
  signInProblems: [],
  autoLogonClearings: [],
  temporaryAccessPass: null,
  token: { state: 'unknown', why: '', evidence: [] },
  hello: { state: 'unknown', lockScreenProblem: null, confidence: null, why: '', patterns: [], evidence: [] },
  policies: noPolicies,
  securityImpact: [],
  moves: [],
  collectNext: [],
  findings: [],
};
