/**
 * A text of the bundle as Markdown that shows it just so: a hostile log must not be able to draw a link, an address
 * does not become one, and lines are joined. `MarkdownString.appendText` would put a space that never breaks between
 * any two words, and hovers would then break inside them.
 */
export function plainMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
