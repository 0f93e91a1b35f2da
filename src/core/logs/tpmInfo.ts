import { linesOf } from '../bytes/lines';
import type { Understood } from './understood';

/** One line of the output: a name and its value. */
export interface TpmFact {
  /** As printed, e.g. `TpmHLI Version`. `Ready` and `Bits` are repeated: each is about the result line before it. */
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/** What `TpmHliInfo_Output.txt` tells of the TPM. `null` where the output does not say. */
export interface TpmInfo {
  /** ISO text without zone; UTC on the known builds. */
  readonly takenAt: string | null;
  readonly version: string | null;
  readonly manufacturer: string | null;
  readonly isReadyForStorage: boolean | null;
  readonly isReadyForAttestation: boolean | null;
  readonly facts: readonly TpmFact[];
  readonly understood: Understood;
}

const stampShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\s*$/;
const factShape = /^([A-Za-z][\w ]{0,80}?):(?: (.*))?$/s;

/** Does the text begin like the output of the TPM query? */
export function isTpmInfoText(head: string): boolean {
  return /^TpmHLI \w/m.test(head);
}

/** Reads the output of the TPM query. */
export function parseTpmInfo(text: string): TpmInfo {
  const facts: TpmFact[] = [];
  let takenAt: string | null = null;
  let strayLines = 0;
  let totalLines = 0;
  for (const { number, text: line } of linesOf(text)) {
    totalLines = number;
    const fact = factShape.exec(line);
    if (stampShape.test(line)) {
      takenAt ??= line.trim();
    } else if (fact !== null) {
      facts.push({ name: fact[1]!, value: (fact[2] ?? '').trim(), line: number });
    } else {
      strayLines += line.trim() === '' ? 0 : 1;
    }
  }
  const value = (name: string): string | null => facts.find((fact) => fact.name === name)?.value ?? null;
  return {
    takenAt,
    version: value('TpmHLI Version'),
    manufacturer: value('Manufacturer'),
    isReadyForStorage: readyAfter(facts, 'TpmHLI IsReady for Storage result'),
    isReadyForAttestation: readyAfter(facts, 'TpmHLI IsReady for Attestation result'),
    facts,
    understood: { lines: totalLines - strayLines, of: totalLines },
  };
}

function readyAfter(facts: readonly TpmFact[], question: string): boolean | null {
  const at = facts.findIndex(({ name }) => name === question);
  const answer = at < 0 ? undefined : facts.slice(at + 1, at + 3).find(({ name }) => name === 'Ready');
  return answer === undefined ? null : answer.value === 'True';
}
