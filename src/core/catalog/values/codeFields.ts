import type { CodeKind } from '../codes/explainCode';

/** Fields that hold a result code, by their lower-case name, and what kind of number it is. */
const kinds: ReadonlyMap<string, CodeKind> = new Map<string, CodeKind>([
  ...[
    'HRESULT',
    'HRESULT1',
    'HRESULT2',
    'HRESULT5',
    'HRESULT8',
    'HRESULT9',
    'Hr',
    'Result',
    'ErrorCode',
    'Error',
    'ExitCode',
    'ProviderErrorCode',
    'BindingStatusCode',
    'OverallResult',
    'AgentResult',
    'DisplayPageResult',
    'LastError',
  ].map((field): [string, CodeKind] => [field.toLowerCase(), 'hresult']),
  ...[
    'Status',
    'NtStatus',
    'FinalStatus',
    'FailureStatus',
    'AuthenticationErrorStatus',
    'AuthenticationErrorSubStatus',
    'SubStatus',
  ].map((field): [string, CodeKind] => [field.toLowerCase(), 'ntstatus']),
  ['win32status', 'win32'],
]);

/** What kind of code a field of an event holds; `null` for fields that hold something else. */
export function codeKindOf(field: string): CodeKind | null {
  return kinds.get(field.toLowerCase()) ?? null;
}

/** Is 0 in this field the success of a call? Fields with plainer names count and number other things as well. */
export function isSuccessIn(field: string): boolean {
  return /^(?:HRESULT\d?|Hr|ErrorCode|NtStatus|FinalStatus|ExitCode)$/i.test(field);
}
