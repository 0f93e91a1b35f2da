import { providers } from '../providers';
import type { ProviderEvents } from './eventEntry';

const hybridPage = 'https://learn.microsoft.com/entra/identity/devices/troubleshoot-hybrid-join-windows-current';

export const deviceRegistrationEvents: ProviderEvents = {
  provider: providers.deviceRegistration,
  table: `
100 join The registration service is being discovered
101 join The registration service was discovered
102 join The join request was prepared: {JoinRequestType:words}[ for {Domain}]
103 join The join request was sent
104 join The join service answered
105 join The join completed
  + the device has its identity in Entra ID
  - that it stays joined: a 110 after it takes the join back
106 join The sign-in package was set up after the join
107 hello The Windows Hello key was deleted
108 hello The Windows Hello container was created on this device for {UserSid:words}
  - that the key is registered with Entra ID: see 300
109 hello The Windows Hello key was created on this device for {UserSid:words}
  - that it is registered with Entra ID: see 300
110 join The join was taken back[ ({JoinTypeSymbolicName})]
  + the join before it no longer counts, for example because MDM enrollment failed
111 join The join was saved to disk: {JoinRequestType:words}
204 join The join service answered with an error: {ExitCode}[, HTTP {HttpStatus}]
  @ ${hybridPage}
206 join Tasks after the join failed: {ExitCode}
213 join The security service cannot be reached: {NtStatus}
215 join A call to the sign-in package {PackageName} failed: {NtStatus}
242 join {UserSID:words} was added to the group {Group}
243 join {UserSID:words} was removed from the group {Group}
247 hello The registration of a Hello key could not be removed: {ExitCode}
248 join Checking the device attribute {Attribute} failed: {ExitCode}
261 join Repairing the join information failed: {ExitCode}[, HTTP {HttpStatus}]
262 join The join information was repaired
270 token A request that carries a token was sent
300 hello The Windows Hello key was registered with Entra ID[ for {UPN}]
  + Windows Hello is set up for this user
  - that the PIN is used: sign-ins with it are in the HelloForBusiness log
301 hello The Windows Hello key could not be registered: {ExitCode}[ {ServerErrorMessage}]
302 hello The registration of the Windows Hello key was sent
303 hello The registration of the Windows Hello key could not be started: {ExitCode}
304 join Automatic (hybrid) join failed at the join itself: {ExitCode}[ {ServerErrorMessage}]
  @ ${hybridPage}
305 join Automatic (hybrid) join failed: no access token, {ExitCode}
  @ ${hybridPage}
306 join Automatic (hybrid) join succeeded
307 join Automatic (hybrid) join failed: the service connection point was not found, {ExitCode}
  @ ${hybridPage}
308 hello {UserSID:words} did not sign in with an Entra account: Hello is not offered
309 join The registration service could not be discovered: {ExitCode}
310 hello The Windows Hello key cannot be opened: {ErrorCode}
311 hello The Windows Hello container could not be created: {ErrorCode}
312 hello The Windows Hello container was deleted
  + Hello has to be set up anew
314 hello The Windows Hello container could not be deleted: {ErrorCode}
315 hello The Windows Hello key could not be created: {ErrorCode}
316 hello The Windows Hello key of the user cannot be opened: {ErrorCode}
317 hello The Windows Hello key could not be deleted: {ErrorCode}
318 hello The transport key could not be created: {ErrorCode}
319 hello The transport key could not be deleted: {ErrorCode}
320 hello The answer to the Hello registration was not understood: HTTP {HttpStatus}, {ErrorCode}
321 hello The PIN of the device lock could not be enabled: {ErrorCode}
323 token A token is asked for and a window may be shown
324 token A token request failed: {RequestStatusSymbolicName}[, {ProviderErrorCode}][ {ProviderErrorMessage}]
  + the user token was not obtained at that moment
325 token A token was obtained for the signed-in user
  + the user token works at that moment
326 token No window can be shown for the token request: {ErrorCode}
327 hello The convenience PIN could not be removed: {ErrorCode}
328 hello The state of the convenience PIN is not known: {ErrorCode}
329 token A token is asked for without a window
331 join The check before the automatic join was made
342 hello The Hello policy could not be read: {ErrorCode}
343 hello The Hello containers could not be listed: {ErrorCode}
344 join The device key cannot be used: {ExitCode}
  + the TPM is locked or in an unknown state
345 join The device key is gone: {ExitCode}
  + often the TPM was cleared
346 hello A Hello key was removed from Entra ID
347 hello A Hello key could not be removed from Entra ID: {ErrorCode}
350 hello What is known of the Hello key was saved
351 hello What is known of the Hello key could not be saved: {ErrorCode}
352 hello What was known of the Hello key was deleted
355 hello The sign-in certificate was obtained
356 hello The sign-in certificate could not be obtained: {ExitCode}
357 hello A policy asks for a sign-in certificate beside the PIN
358 hello Windows Hello will be offered
  + all conditions were met at this sign-in
  - that Hello was set up: only 300 says so
359 hello The conditions for Windows Hello could not be checked: {ExitCode} in {Method}
360 hello Windows Hello will not be offered: joined {DeviceIsJoined}, token {AADPrt}, policy {NgcPolicyEnabled}
  + a condition with No was not met; token No means that the user signed in without an Entra token
  - that Hello is broken: every sign-in of a local account writes one
361 hello Windows Hello will not be offered: the certificate way is not ready
362 hello Windows Hello will not be offered: the certificate authority is not ready
  - that Hello is complete, as is sometimes written
363 hello The Hello key is missing on this device although it is known
364 hello The Hello key is another than the one that is known
365 hello The sign-in certificate was not obtained yet; it is tried again: {ExitCode}
366 hello The sign-in certificate was not obtained: {ExitCode}
367 token Properties were added to the token request
368 token Properties came with the token
369 join The registration task says: {Message}
372 security A security key was registered with Entra ID
373 security A security key could not be registered: {ExitCode}[, HTTP {HttpStatus}]
374 security The registration of a security key was sent
375 security The registration of a security key could not be started: {ExitCode}
376 security A credential was made on a security key
  - a Hello PIN: PinStatus and PinRetries are those of the security key
377 security A credential could not be made on a security key: {ExitCode}
383 hello The PIN was recovered
384 hello The PIN could not be recovered: {ExitCode}
385 security No attestation of the key {KeyName}: {KeyStatusSymbolicName}
386 security The key {KeyName} was attested
387 join The recovery marks could not be reset: {ExitCode}
388 join A repair of the device state was asked for: {APIName}
391 hello The state of the Hello container cannot be read: {ErrorCode}
392 hello The Hello container is damaged (state {ContainerStatus})
399 enrollment The MDM address could not be discovered; it is tried again
400 enrollment The MDM address could not be discovered
403 enrollment No token for automatic MDM enrollment; it is tried again
404 enrollment No token for automatic MDM enrollment
405 enrollment No token for automatic MDM enrollment: {ErrorCode}
408 hello The key could not be put into the TPM; software is used
4096 join The automatic join task will be started
`,
};
