import { explainApplicationId } from '../catalog/wellKnownIds';
import { explainCredentialProvider } from '../catalog/values/credentialProviderNames';

/*
 * What is the same on every device. It says nothing about anyone, and findings speak of it.
 */

/** Accounts that Windows and its setup bring, and stand-ins for accounts. */
const accounts = new Set(
  (
    'system localsystem administrator guest defaultaccount wdagutilityaccount wsiaccount defaultuser defaultuser0 ' +
    'defaultuser1 public default all defaultapppool temp foouser anonymous networkservice localservice utilityvm ' +
    'everyone user username administrators users n/a none null unknown fooname'
  ).split(' '),
);
const accountShape =
  /^(?:dwm|umfd|defaultuser|window manager|font driver|local service|network service|default user|all users|default\.|temp\.|anonymous|nt authority|nt service)/i;

export function isBuiltInAccount(name: string): boolean {
  return accounts.has(name.toLowerCase()) || accountShape.test(name) || name.endsWith('$');
}

/** Domains that stand for Windows itself or for the maker's services. */
const builtInDomains =
  /(?:^|\.)(?:microsoft\.com|microsoftonline\.com|microsoftonline\.us|windows\.com|windows\.net|windowsazure\.com|live\.com|office\.com|office365\.com|msftconnecttest\.com|msauth\.net|azure\.com|azure\.net|azureedge\.net|msn\.com|bing\.com|digicert\.com|verisign\.com|w3\.org|xmlsoap\.org|openmobilealliance\.org|aka\.ms|manage-beta\.com|schemas\.[a-z.]+)$/i;

export function isBuiltInDomain(domain: string): boolean {
  return builtInDomains.test(domain);
}

/** Computer names of images, and words that are none. */
const hostNames =
  /^(?:minwinpc|localhost|workgroup|azuread|builtin|nt authority|nt service|mshome|microsoftaccount|n\/a|none|null|unknown|\(null\)|\.)$/i;

export function isBuiltInHost(name: string): boolean {
  return hostNames.test(name);
}

/** Sources of policies that every Windows has below PolicyManager and Enrollments, enrolled or not. */
const policySources = new Set(
  (
    '18dcffd4-37d6-4bc6-87e0-4266fdbb8e49 1e05dd5d-a022-46c5-963c-b20de341170f 23cb517f-5073-4e96-a202-7fe6122a2271 ' +
    '2648bf76-da4b-409a-bffa-6af111c298a5 268c43e1-aa2b-4036-86ef-8cda98a0c2fe 3742e5e8-6d9d-473b-99a6-8ecc0f43548a ' +
    '51bf5dbf-9eae-45bb-998e-afb0e32e0e5f 5281db7a-989e-4cb9-a16f-6194722e17a8 5f568920-10ad-4dc0-a97e-b78a3255c351 ' +
    '7a30a9be-737f-47a1-a541-6e7b0761ed19 84741ad0-b358-49a9-83f8-f7e20ae12b3a 8d196d7f-3eef-48ad-8bea-be749f12d3ad ' +
    '8fb7d64e-70fc-4f9d-89ee-d486817534df 99b095d8-5959-4820-bea7-7448c8427b4e 9aec5bda-1e87-46b3-bb96-1a01c606555e ' +
    '9df6a4ed-fc16-48bf-8b24-6e2ad2bfcfea b0b9123d-7d7f-4c6b-9973-ceced46f2a09 bf56ce5a-946b-45b5-858a-1794eb0125e2 ' +
    'c5dc3753-b6c8-4057-b396-bf13d769311c c8a326e4-f518-4f14-b543-97a57e1a975e dad70cc2-365b-450d-a8ab-2eb23f4300cc ' +
    'eb7d7f2f-3b77-4b87-b301-fd0d336f709a ee4aac98-c174-4941-82b1-d121e493e4fb f11899f2-71ec-4621-9997-e17ae2f6eb26 ' +
    'fc01e91f-914c-45af-9d7c-0b2e5fbedf62 fc01e91f-914c-45af-9d7c-0b2e5fbedf63 fc01e91f-914c-45af-9d7c-0b2e5fbedf64'
  ).split(' '),
);

/** GUIDs without a device behind them: nil, all ones, and those that the catalogues know. */
export function isWellKnownGuid(guid: string): boolean {
  return (
    /^(?:0{8}-0{4}-0{4}-0{4}-0{12}|f{8}-f{4}-f{4}-f{4}-f{12})$/i.test(guid) ||
    policySources.has(guid.toLowerCase()) ||
    explainApplicationId(guid) !== null ||
    explainCredentialProvider(`{${guid}}`) !== null
  );
}
