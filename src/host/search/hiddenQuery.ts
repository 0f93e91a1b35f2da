import type { OpenBundle } from '../bundle/openBundle';

/**
 * What to search for instead of `query` in a bundle whose names may be hidden; `null` where that would show a name.
 *
 * @param hasFound did the query find something before? Then it was looked for by a piece of a name if it finds nothing now
 */
export async function hiddenQuery(bundle: OpenBundle, query: string, hasFound: boolean): Promise<string | null> {
  if (bundle.redaction === null) {
    return query;
  }
  const { text, leaks } = await bundle.redactedText(query, bundle.redaction, null);
  return leaks.length === 0 && (!hasFound || (await finds(bundle, text))) ? text : null;
}

async function finds(bundle: OpenBundle, query: string): Promise<boolean> {
  let isFound = false;
  const request = { query, limits: { total: 1, perMember: 1 }, uniqueEvents: false };
  await bundle.search(request, new AbortController().signal, (part) => {
    isFound ||= part.kind === 'matches' && part.matches.length > 0;
  });
  return isFound;
}
