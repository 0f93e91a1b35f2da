import type { IdentifierKind } from './identifier';

/*
 * Identifiers that are told by their shape alone, wherever they stand. Each expression begins at something rare and
 * has bounded parts, so that its time grows with the text only.
 */

export interface ShapedValue {
  readonly kind: IdentifierKind;
  readonly value: string;
}

interface Shape {
  readonly kind: IdentifierKind;
  readonly shape: RegExp;
}

const guid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** One separator of a path, escaped once or twice or in a URL. */
const slash = String.raw`(?:[\\/]{1,4}|%5C|%2F)`;
const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';

const shapes: readonly Shape[] = [
  { kind: 'sid', shape: /S-1-(?:12-1(?:-\d{1,10}){4}|5-21(?:-\d{1,10}){3,4})(?!\d)/gi },
  {
    kind: 'user',
    shape: new RegExp(
      String.raw`(?:(?<=[a-z]:|%3A|file:)${slash}|(?<![a-z0-9]))Users${slash}([^\\/"'<>|:*?%;,\r\n\t&=()\[\]{}]{2,64})(?=[\\/"'<>|;,%\r\n]|$)`,
      'gi',
    ),
  },
  { kind: 'user', shape: /(?<![a-z])AzureAD\\{1,4}([^\\/"'<>|:*?%;,\s&=()[\]{}]{2,64})/gi },
  // The accounts of setup and of Windows itself stand on the device, so what is before them is its name.
  {
    kind: 'host',
    shape:
      /(?<![\p{L}\p{N}_.\\/-])([\p{L}\p{N}_-]{2,63})\\{1,4}(?:defaultuser\d{0,7}|WDAGUtilityAccount)(?![\p{L}\p{N}])/giu,
  },
  // Whose URIs name the tenant, the enrollment, the network.
  {
    kind: 'tenant',
    shape: new RegExp(
      String.raw`(?:login\.(?:microsoftonline|windows)\.[a-z]{2,3}|sts\.windows\.net|PassportForWork|TenantInfo)${slash}(${guid})`,
      'gi',
    ),
  },
  {
    kind: 'enrollment',
    shape: new RegExp(
      String.raw`(?:Enrollments|OMADM${slash}Accounts|PolicyManager${slash}(?:Providers|AdmxInstalled)|EnterpriseResourceManager${slash}Tracked|Enrollments${slash}Status)${slash}(${guid})`,
      'gi',
    ),
  },
  { kind: 'network', shape: /(?:WiFi|WLAN)\/Profile\/([^/\s"'<>]{2,64})/gi },
  { kind: 'thumbprint', shape: /(?<![0-9a-z])[0-9a-f]{40}(?![0-9a-z])/gi },
  { kind: 'mac', shape: /(?<![0-9a-f][:-]|[0-9a-z])[0-9a-f]{2}(?:-[0-9a-f]{2}){5}(?![0-9a-z]|-[0-9a-f])/gi },
  { kind: 'mac', shape: /(?<![0-9a-f][:-]|[0-9a-z])[0-9a-f]{2}(?::[0-9a-f]{2}){5}(?![0-9a-z]|:[0-9a-f])/gi },
  // Private and carrier-grade networks: four numbers of another range are more often a version.
  {
    kind: 'ip',
    shape: new RegExp(
      String.raw`(?<![\w.-])(?:10\.${octet}|172\.(?:1[6-9]|2\d|3[01])|192\.168|169\.254|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.${octet}\.${octet}(?![\w-]|\.\d)`,
      'g',
    ),
  },
  {
    kind: 'ip',
    shape: new RegExp(
      String.raw`(?:(?:ip|address|addr|gateway|dns|server|proxy|client|remote|endpoint|wins|dhcp)[a-z0-9 ]{0,20}["'\\\])]{0,3}[ .]{0,40}[:=>][ "'\\>]{0,6}|https?:[\\/]{2,6})(${octet}(?:\.${octet}){3})(?![\w-]|\.\d)`,
      'gi',
    ),
  },
  {
    kind: 'ip',
    shape: /(?<![0-9a-z:.])(?:fe80|f[cd][0-9a-f]{2}|[23][0-9a-f]{3})(?::{1,2}[0-9a-f]{1,4}){2,7}(?![0-9a-z:])/gi,
  },
  { kind: 'channel', shape: /(?<=\/\/)[a-z0-9.-]{1,60}\.notify\.windows\.com\/[^\s"'<>]{1,2000}/gi },
  { kind: 'recoveryKey', shape: /(?<![\d-])\d{6}(?:-\d{6}){7}(?![\d-])/g },
];

/** Everything of a text that its shape gives away. */
export function* shapedValues(text: string): Generator<ShapedValue> {
  for (const { kind, shape } of shapes) {
    for (const match of text.matchAll(shape)) {
      yield { kind, value: match[1] ?? match[0] };
    }
  }
  yield* addressesIn(text);
}

const atSign = /@|%40|\\u0040|&#64;|&#x40;/gi;
const localPart = /[\p{L}\p{N}._+'-]{1,64}$/u;
const domainPart = /^[a-z0-9](?:[a-z0-9-]{0,62}\.){1,5}[a-z]{2,24}(?![a-z0-9-])/i;

/** UPNs and e-mail addresses: what stands around each at sign. */
function* addressesIn(text: string): Generator<ShapedValue> {
  for (const { index, 0: sign } of text.matchAll(atSign)) {
    const domain = domainPart.exec(text.slice(index + sign.length, index + sign.length + 330))?.[0];
    const local = domain === undefined ? undefined : localPart.exec(text.slice(Math.max(0, index - 64), index))?.[0];
    if (domain !== undefined && local !== undefined) {
      yield { kind: 'user', value: `${local.replace(/^['.-]+/, '')}@${domain}` };
    }
  }
}
