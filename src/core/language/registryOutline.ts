import type { OutlineEntry } from './outline';
import type { TextLines } from './textLines';

/** Keys beyond this are left out; the dump of a device holds some thousands. */
const keyLimit = 20_000;
/** Deeper nesting than any registry has, for a hostile dump. */
const depthLimit = 64;

interface OpenKey {
  readonly path: string;
  readonly firstLine: number;
  readonly children: OutlineEntry[];
}

/** The keys of a registry dump or export, each below the key that it lies in. */
export function registryOutline(lines: TextLines): readonly OutlineEntry[] {
  const root: OpenKey = { path: '', firstLine: 0, children: [] };
  const open: OpenKey[] = [root];
  let count = 0;
  let lastUsed = 0;
  const close = (): void => {
    const key = open.pop()!;
    const parent = open.at(-1)!;
    parent.children.push({
      kind: 'key',
      name: parent === root ? key.path : key.path.slice(parent.path.length + 1),
      detail: '',
      firstLine: key.firstLine,
      lastLine: lastUsed,
      children: key.children,
    });
  };
  for (let line = 0; line < lines.lineCount; line += 1) {
    const text = lines.line(line);
    if (text.startsWith('[HKEY_') && count < keyLimit) {
      count += 1;
      const path = text.slice(1, text.lastIndexOf(']') > 0 ? text.lastIndexOf(']') : undefined);
      while (open.length > 1 && (open.length > depthLimit || !isInside(path, open.at(-1)!.path))) {
        close();
      }
      open.push({ path, firstLine: line, children: [] });
    }
    if (text !== '') {
      lastUsed = line;
    }
  }
  while (open.length > 1) {
    close();
  }
  return root.children;
}

function isInside(path: string, parent: string): boolean {
  return (
    path.length > parent.length && path[parent.length] === '\\' && path.toLowerCase().startsWith(parent.toLowerCase())
  );
}
