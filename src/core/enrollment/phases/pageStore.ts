import { isObject, parseJsonObject, textProperty } from '../../logs/jsonFacts';
import type { PhaseState } from '../document/phases';
import { untimedClaim, type Claim } from './claims';
import { categoryId, errorText, phaseIds, phaseOfSubcategory, stateOfPageWord } from './phaseIds';
import type { FoundValue, RegistrySource } from './registrySource';

const settings = 'Provisioning\\AutopilotSettings';

/** What the status page keeps in the registry about its phases and their steps, by the id of each. */
export function claimsOfPageStore(registry: RegistrySource): ReadonlyMap<string, Claim> {
  const claims = new Map<string, Claim>();
  for (const phase of phaseIds) {
    const status = registry.value(settings, `${categoryId(phase)}.Status`);
    if (status === null) {
      continue;
    }
    const object = parseJsonObject(status.data);
    for (const [id, step] of Object.entries(object ?? {})) {
      if (phaseOfSubcategory(id) === phase && isObject(step)) {
        put(claims, id, stateIn(step, 'subcategory'), textIn(step, 'subcategory'), status);
      }
    }
    if (object === null) {
      // Older builds keep the bare word.
      put(claims, phase, stateOfPageWord(status.data.trim()), '', status);
    } else {
      const state = stateIn(object, 'category') ?? stateOfSteps(object);
      put(claims, phase, state, textIn(object, 'category'), status);
    }
  }
  return claims;
}

type Facts = Readonly<Record<string, unknown>>;

function put(
  claims: Map<string, Claim>,
  subject: string,
  state: PhaseState | null,
  text: string,
  status: FoundValue,
): void {
  if (state !== null) {
    const error = state === 'failed' ? errorIn(text) : null;
    claims.set(subject, untimedClaim('statusPageStore', state, { ...status.ref, note: status.name }, error));
  }
}

/** `categoryState` in words; other builds keep only `categorySucceeded`, whose `false` says nothing without a code. */
function stateIn(facts: Facts, level: 'category' | 'subcategory'): PhaseState | null {
  const word = textProperty(facts, `${level}State`);
  if (word !== null) {
    return stateOfPageWord(word);
  }
  const succeeded = facts[`${level}Succeeded`];
  if (succeeded === true || succeeded === 'true') {
    return 'succeeded';
  }
  const isFailure = succeeded === false || succeeded === 'false';
  return isFailure && errorIn(textIn(facts, level)) !== null ? 'failed' : null;
}

/** A category without a state of its own has succeeded when all its steps have. */
function stateOfSteps(facts: Facts): PhaseState | null {
  const states = Object.entries(facts).flatMap(([id, step]) =>
    phaseOfSubcategory(id) !== null && isObject(step) ? [stateIn(step, 'subcategory')] : [],
  );
  const isDone = states.length > 0 && states.every((state) => state === 'succeeded' || state === 'skipped');
  return isDone ? 'succeeded' : null;
}

function textIn(facts: Facts, level: 'category' | 'subcategory'): string {
  return textProperty(facts, `${level}StatusText`) ?? textProperty(facts, `${level}StatusMessage`) ?? '';
}

/** The texts are localised; the code in brackets is not. */
function errorIn(text: string): string | null {
  const code = /\((0x[0-9a-f]{8})\)/i.exec(text)?.[1];
  return code === undefined ? null : errorText(Number(code));
}
