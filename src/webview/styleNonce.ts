/*
 * The toolkit probes for a CSS feature by adding an empty style element when it is loaded. It takes the nonce for
 * it from this meta element; without one, the page's content security policy reports a violation. The nonce is that
 * of the script itself, so this module has to be evaluated before the toolkit.
 */
const nonce = document.currentScript?.nonce;
if (nonce !== undefined && nonce !== '') {
  const meta = document.createElement('meta');
  meta.setAttribute('property', 'csp-nonce');
  meta.content = nonce;
  document.head.append(meta);
}
