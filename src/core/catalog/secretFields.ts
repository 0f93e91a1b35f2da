import { providers } from './providers';

/** Events of User Device Registration that carry the token of a request. */
const tokenEvents: ReadonlySet<number> = new Set([
  103, 270, 271, 272, 273, 302, 303, 348, 349, 374, 375, 376, 377, 380, 381,
]);

/** What is shown instead of a secret. */
export const maskedSecret = '(masked)';

/**
 * Does a field hold a secret that is never shown? Tokens are called `AuthToken` wherever they occur; in the events that
 * carry one, values that lost their names are taken for it.
 */
export function isSecretField(provider: string, eventId: number, field: string): boolean {
  return (
    field.toLowerCase() === 'authtoken' ||
    (field === '' && tokenEvents.has(eventId) && provider.toLowerCase() === providers.deviceRegistration.toLowerCase())
  );
}
