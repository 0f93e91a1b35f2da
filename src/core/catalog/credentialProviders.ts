/** What signing in with a credential provider means. */
export type ProviderCredential = 'webSignIn' | 'password' | 'helloPin' | 'helloBiometric' | 'fido2' | 'smartCard';

/** Class ids of the credential providers that Windows brings, as LogonUI records them. */
const providers: ReadonlyMap<string, ProviderCredential> = new Map<string, ProviderCredential>([
  ['{60b78e88-ead8-445c-9cfd-0b87f74ea6cd}', 'password'],
  ['{c5d7540a-cd51-453b-b22b-05305ba03f07}', 'webSignIn'],
  ['{d6886603-9d2f-4eb2-b667-1971041fa96b}', 'helloPin'],
  ['{8af662bf-65a0-4d0a-a540-a338a999d36f}', 'helloBiometric'],
  ['{bec09223-b018-416d-a0ac-523971b639f5}', 'helloBiometric'],
  ['{c885aa15-1764-4293-b82a-0586add46b35}', 'helloBiometric'],
  ['{f8a1793b-7873-4046-b2a7-1f318747f427}', 'fido2'],
  ['{8fd7e19c-3bf7-489b-a72c-846ab3678c96}', 'smartCard'],
  ['{94596c7e-3744-41ce-893e-bbf09122f76a}', 'smartCard'],
]);

/** The credential behind a provider's class id; `null` for one that is not in the table. */
export function classOfProvider(guid: string): ProviderCredential | null {
  return providers.get(guid.trim().toLowerCase()) ?? null;
}
