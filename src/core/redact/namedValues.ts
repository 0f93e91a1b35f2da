import type { IdentifierKind } from './identifier';

/** What a value is by the name in front of it. */
export interface NamedRole {
  readonly kind: IdentifierKind;
  /** Values of one block with roles of the same subject name the same thing, if each role has one value only. */
  readonly role:
    'upn' | 'account' | 'displayName' | 'sid' | 'objectId' | 'tenantId' | 'tenantName' | 'tenantDomain' | null;
  readonly shape: 'guid' | 'text' | 'account' | 'sid' | 'hex' | 'base64';
}

interface NamedRule extends NamedRole {
  /** Lower case, without blanks, dashes and underscores. */
  readonly names: string;
}

/** Fields, registry values and properties that hold an identifier, as the collected logs spell them. */
const rules: readonly NamedRule[] = [
  {
    kind: 'user',
    role: 'upn',
    shape: 'account',
    names:
      'upn userprincipalname useremail emailaddress email loginhint useridentity preferredusername uniquename ' +
      'cloudassignedtenantupn userupn aadupn signedinuser',
  },
  {
    kind: 'user',
    role: 'account',
    shape: 'account',
    names:
      'lastloggedonuser lastloggedonsamuser loggedonuser loggedonsamuser samname samaccountname accountname username ' +
      'executingaccountname targetusername subjectusername defaultusername lastusedusername registeredowner ' +
      'accountdisplayname logonuser',
  },
  {
    kind: 'user',
    role: 'displayName',
    shape: 'text',
    names:
      'lastloggedondisplayname loggedondisplayname userdisplayname fullname givenname familyname surname firstname lastname',
  },
  {
    kind: 'sid',
    role: 'sid',
    shape: 'sid',
    names:
      'usersid lastloggedonusersid selectedusersid loggedonusersid autologonsid targetusersid targetsid userid user',
  },
  { kind: 'user', role: 'objectId', shape: 'guid', names: 'userobjectid aaduserid userid oid objectid aaduser' },
  {
    kind: 'tenant',
    role: 'tenantId',
    shape: 'guid',
    names: 'tenantid aadtenantid cloudassignedtenantid azureadtenantid tid tenantguid tenant',
  },
  {
    kind: 'tenant',
    role: 'tenantDomain',
    shape: 'text',
    names: 'cloudassignedtenantdomain tenantdomain aadtenantdomain dnsdomain primarydnssuffix fqdn',
  },
  { kind: 'tenant', role: 'tenantName', shape: 'text', names: 'tenantname tenantdisplayname registeredorganization' },
  {
    kind: 'device',
    role: null,
    shape: 'guid',
    names:
      'deviceid aaddeviceid azureaddeviceid entdmid manageddeviceid intunedeviceid ztdregistrationid ztdid ' +
      'deviceobjectid hardwaredeviceid smbiosuuid systemuuid deviceguid omadmdeviceid',
  },
  { kind: 'device', role: null, shape: 'hex', names: 'hwdevid entdmid omadmdeviceid' },
  {
    kind: 'enrollment',
    role: null,
    shape: 'guid',
    names: 'enrollmentid enrollmentguid currentenrollmentid mdmenrollmentid accountid winningprovider',
  },
  {
    kind: 'host',
    role: null,
    shape: 'text',
    names:
      'computername computer devicename hostname nvhostname machinename systemname dnshostname netbiosname dnscomputername newcomputername',
  },
  {
    kind: 'serial',
    role: null,
    shape: 'text',
    names:
      'serialnumber deviceserialnumber smbiosserialnumber biosserialnumber systemserialnumber serialno serial assettag',
  },
  {
    kind: 'hardwareHash',
    role: null,
    shape: 'base64',
    names: 'hardwarehash devicehardwaredata devicehash hardwareidentifier',
  },
  { kind: 'network', role: null, shape: 'text', names: 'ssid ssidname wlanprofilename networkname bssidname' },
  { kind: 'key', role: null, shape: 'guid', names: 'keyid ngckeyid keycontainerid wamdefaultguid' },
  { kind: 'key', role: null, shape: 'hex', names: 'keyid ngckeyid' },
  {
    kind: 'recoveryKey',
    role: null,
    shape: 'guid',
    names: 'protectorguid recoverykeyid recoverypasswordid keyprotectorid recoveryguid bitlockerrecoverykeyid',
  },
  {
    kind: 'correlation',
    role: null,
    shape: 'guid',
    names: 'correlationid autopilotservicecorrelationid clientrequestid requestid',
  },
];

const rulesByName = new Map<string, NamedRule[]>();
for (const rule of rules) {
  for (const name of rule.names.split(' ')) {
    rulesByName.set(name, [...(rulesByName.get(name) ?? []), rule]);
  }
}

export interface NamedValue extends NamedRole {
  readonly value: string;
}

/**
 * A name, what a format puts between it and its value, and the value: `"UPN"="…"`, `"upn":"…"`, `\"upn\":\"…`,
 * `UPN : …`, `<UPN>…`, `Name="UPN">…`, `upn=…&`. Up to three words make a name.
 */
const assignment =
  /(?<![A-Za-z])([A-Za-z][A-Za-z0-9]{1,40}(?:[ _-][A-Za-z0-9]{1,24}){0,2})(?:["'\\\])]{0,4}[ \t]{0,30}[:=]|["'\\]{0,2}>)[ \t]{0,8}["'\\[({]{0,4}([^"<>\r\n]{1,256})/g;

const guidStart = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9a-f-])/i;
const sidStart = /^(S-1-(?:5-21|12-1)(?:-\d{1,10}){3,6})(?!\d)/i;

/** Values of a text whose names tell what they are. */
export function* namedValues(text: string): Generator<NamedValue> {
  assignment.lastIndex = 0;
  for (let match = assignment.exec(text); match !== null; match = assignment.exec(text)) {
    // A value may hold the next name: `a: b: c`.
    assignment.lastIndex = match.index + match[0].length - match[2]!.length;
    yield* valuesOf(match[1]!, match[2]!);
  }
}

/** What a named value is, if its name tells. */
export function* valuesOf(name: string, raw: string): Generator<NamedValue> {
  for (const rule of rulesFor(name)) {
    const value = shapedValue(raw, rule.shape);
    if (value !== null) {
      yield { kind: rule.kind, role: rule.role, shape: rule.shape, value };
    }
  }
}

/** By the whole name, else by its last words: `The Device Name`, `x-ms-client-request-id`. */
function rulesFor(name: string): readonly NamedRule[] {
  const words = name.toLowerCase().split(/[ _-]/);
  for (let first = 0; first < words.length; first += 1) {
    const found = rulesByName.get(words.slice(first).join(''));
    if (found !== undefined) {
      return found;
    }
  }
  return [];
}

function shapedValue(raw: string, shape: NamedRole['shape']): string | null {
  switch (shape) {
    case 'guid':
      return guidStart.exec(raw)?.[1] ?? null;
    case 'sid':
      return sidStart.exec(raw)?.[1] ?? null;
    case 'hex':
      return /^(?:0x)?([0-9a-f]{16,128})(?![0-9a-z])/i.exec(raw)?.[1] ?? null;
    case 'base64':
      return /^[A-Za-z0-9+/]{40,}={0,2}/.exec(raw)?.[0] ?? null;
    case 'account':
      return cleaned(/^[^"'<>,;|&()[\]{}\r\n\t]{1,120}/.exec(raw)?.[0]);
    case 'text':
      return cleaned(/^[^"'<>,;|&()[\]{}\r\n\t:=]{2,80}/.exec(raw)?.[0]);
  }
}

function cleaned(value: string | undefined): string | null {
  const plain = (value ?? '').replace(/\\+$/, '').trim();
  return plain.length < 2 ? null : plain;
}
