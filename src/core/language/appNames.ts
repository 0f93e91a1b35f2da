const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const guidShape = new RegExp(guid, 'gi');
/** Behind an id: `App <id> has been registered. App name: …`, `app (id = <id>, name = …)`. */
const nameBehind = /^[^\r\n]{0,160}?(?:\bApp ?name|(?<!\w )(?<!\w)name) ?[:=] ?([^,;|)\]"'\r\n]{1,120})/i;
/** Policies as JSON, at times with doubled or escaped quotes: `"Id":"<id>","Name":"…"`. */
const jsonNameBehind = /^[\\"]{1,3}\s?,\s?[\\"]{1,3}Name[\\"]{1,3}\s?:\s?[\\"]{1,3}([^"\\\r\n]{1,120})/i;
/** How far a name can be behind its id, UTF-16 units. */
const reach = 300;
/** Messages may be megabytes long; what lies beyond is not read. */
const longestMessage = 200_000;

/** Names of apps by their id in lower case, as a log of the Intune agent tells them. The first name stays. */
export function appNamesIn(messages: Iterable<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const message of messages) {
    if (/name/i.test(message)) {
      addNames(message.slice(0, longestMessage), names);
    }
  }
  return names;
}

/** A name belongs to the last id before it. */
function addNames(message: string, names: Map<string, string>): void {
  const ids = [...message.matchAll(guidShape)];
  ids.forEach(({ 0: id, index }, at) => {
    const start = index + id.length;
    const behind = message.slice(start, Math.min(start + reach, ids[at + 1]?.index ?? message.length));
    const name = (jsonNameBehind.exec(behind) ?? nameBehind.exec(behind))?.[1]?.trim() ?? '';
    if (name !== '' && !names.has(id.toLowerCase())) {
      names.set(id.toLowerCase(), name);
    }
  });
}
