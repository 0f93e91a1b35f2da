/**
 * Does the text begin like an export of events: Event Viewer's "Save as XML", `wevtutil qe /f:xml`, or
 * `tracerpt -of XML`?
 */
export function isEventXmlText(head: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?(?:<Events\b[^>]*>\s*)?<Event[\s>]/.test(head);
}
