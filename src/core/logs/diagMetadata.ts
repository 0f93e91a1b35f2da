import { linesOf } from '../bytes/lines';
import { parseJsonObject, textProperty } from './jsonFacts';
import { understoodWhole, type Understood } from './understood';

/** Facts of `MdmDiagLogMetadata.json` by their own names, e.g. `CurrentBuild`, `UBR`, `AutoLogonSID`. */
export type DiagMetadata = ReadonlyMap<string, string>;

/** Does the text look like the metadata file? */
export function isDiagMetadataText(head: string): boolean {
  return /^\s*\{/.test(head) && /MdmDiagVersion"?\s*:/.test(head);
}

/**
 * Reads the metadata file: as JSON where it is some, else as flat `name : value` lines, because the tool of 2020 does
 * not quote its names and a file that was cut short is worth its first lines.
 */
export function parseDiagMetadata(text: string): DiagMetadata {
  const object = parseJsonObject(text);
  return object === null ? flatLines(text) : flatObject(object);
}

/** How much of the metadata file was understood. */
export function understoodMetadata(text: string): Understood {
  if (parseJsonObject(text) !== null) {
    return understoodWhole(text);
  }
  const lines = [...linesOf(text)];
  const understood = lines.filter(({ text: line }) => /^[\s{},]*$/.test(line) || factOf(line) !== null);
  return { lines: understood.length, of: lines.length };
}

function flatObject(object: Readonly<Record<string, unknown>>): DiagMetadata {
  const facts = new Map<string, string>();
  for (const name of Object.keys(object)) {
    const value = textProperty(object, name);
    if (value !== null) {
      facts.set(name, value);
    }
  }
  return facts;
}

function flatLines(text: string): DiagMetadata {
  const facts = new Map<string, string>();
  for (const { text: line } of linesOf(text)) {
    const fact = factOf(line);
    if (fact !== null) {
      facts.set(fact.name, fact.value);
    }
  }
  return facts;
}

function factOf(line: string): { readonly name: string; readonly value: string } | null {
  const colon = line.indexOf(':');
  const name = unquoted(line.slice(0, Math.max(0, colon)));
  return /^[A-Za-z][\w ]*$/.test(name) ? { name, value: unquoted(line.slice(colon + 1).replace(/,\s*$/, '')) } : null;
}

/** Without the quotes and the escapes of JSON, as far as it has them. */
function unquoted(text: string): string {
  const plain = text.trim();
  if (!/^".*"$/s.test(plain)) {
    return plain;
  }
  try {
    return String(JSON.parse(plain));
  } catch {
    return plain.slice(1, -1);
  }
}
