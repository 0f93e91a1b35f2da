/** Names from logs must not turn into links, pictures, mentions or HTML, nor break out of their line. */
export function escapeMarkdown(text: string): string {
  return withoutHidden(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*[\]<|~#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&')
    .replace(/^(\s?)([-+=>])/, '$1\\$2')
    .replace(/^(\s?\d{1,9})([.)])/, '$1\\$2')
    .replace(/@/g, '@\u200b');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For texts and attributes of HTML. */
export function escapeHtml(text: string): string {
  return withoutHidden(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** What would hide or turn around a text, or has no place in a document, is shown as a replacement character. */
export function withoutHidden(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '\uFFFD');
}
