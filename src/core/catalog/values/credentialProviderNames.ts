import * as l10n from '@vscode/l10n';
import { phrase, spoken } from '../../words/language';
import { classOfProvider, type ProviderCredential } from '../credentialProviders';
import { enumeration, wordsFor } from './enumeration';

/** What signing in with a verified provider means. */
const credentialWords = spoken<ProviderCredential>({
  webSignIn: phrase('web sign-in (the globe; also a Temporary Access Pass)'),
  password: phrase('password'),
  helloPin: phrase('Windows Hello PIN'),
  helloBiometric: phrase('Windows Hello face, finger or iris'),
  fido2: phrase('security key (FIDO2)'),
  smartCard: phrase('smart card'),
});

/** Providers that Windows brings and that are not classified. */
const others = enumeration(`
{1b283861-754f-4022-ad47-a5eaaa618894} choice of the smart card reader
{1ee7337f-85ac-45e2-a23c-37c753209769} smart card (WinRT)
{cb82ea12-9f71-446d-89e1-8d0924e1256e} convenience PIN, not Hello for Business
{2135f72a-90b5-4ed3-a7f1-8bb705ac276a} picture password
`);

/** The same, with ids that are known from a single source or in part. */
const unverified = enumeration(`
{2d8b3101-e025-480d-917c-835522c7f628} security key (FIDO)
{25cbb996-92ed-457e-b28c-4774084bd562} generic provider
{27fbdb57-b613-4af2-9d7e-4fa7a66c21ad} trusted signal (dynamic lock or companion)
{48b4e58d-2791-456c-9091-d524c6c706f2} companion device
{3dd6bec0-8193-4ffe-ae25-e08e39ea4063} network provider
{600e7adb-da3e-41a4-9225-3c0399e88c0c} key prompt
{a910d941-9da9-4656-8933-aa1eae01f76e} Hello over Remote Desktop
{e74e57b0-6c6d-44d5-9cda-fb2df5ed7435} certificate
{f8a0b131-5f68-486c-8040-7e8fc3c85bb6} Microsoft account
{f64945df-4fa9-4068-a2fb-61af319edd33} Remote Desktop
`);

/** The credential provider behind a class id, for example in `LastLoggedOnProvider`; `null` for unknown ids. */
export function explainCredentialProvider(guid: string): string | null {
  const verified = classOfProvider(guid);
  const id = guid.trim().toLowerCase();
  const words = verified === null ? wordsFor(others, id) : credentialWords[verified];
  if (words !== null) {
    return l10n.t('credential provider: {0}', words);
  }
  const guess = wordsFor(unverified, id);
  return guess === null ? null : l10n.t('credential provider: {0} (not verified)', guess);
}
