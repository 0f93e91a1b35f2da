import { providers } from '../providers';
import type { ProviderEvents } from './eventEntry';

/** Enrollment and session events are in /Enrollment and /Sync from build 26100 on and were in /Admin before. */
export const deviceManagementEvents: ProviderEvents = {
  provider: providers.deviceManagement,
  table: `
4 enrollment The request for the certificate policy was sent
5 enrollment The request for the certificate policy could not be sent: {HRESULT}
6 enrollment The certificate policy of the MDM server was understood
7 enrollment The certificate policy of the MDM server was not understood: {HRESULT}
8 enrollment The request for the enrollment certificate was sent
9 enrollment The request for the enrollment certificate could not be sent: {HRESULT}
10 enrollment The answer with the enrollment certificate was understood
11 enrollment The answer with the enrollment certificate was an error: {HRESULT}
  + the enrollment server was reached and did not enroll the device
16 enrollment The MDM client was configured
52 enrollment The MDM server refused: {Message1}[ {Message2}]
  + the reason as the server gives it, better than the code that follows
59 enrollment Trace id of the MDM server: {Message1}
71 enrollment MDM enrollment failed: {HRESULT}
  - that no later attempt succeeded
72 enrollment MDM enrollment succeeded
  + the device talks to the MDM server from here on
  - that policies and apps have arrived
75 enrollment Automatic MDM enrollment succeeded
  @ https://learn.microsoft.com/troubleshoot/mem/intune/device-enrollment/troubleshoot-windows-auto-enrollment
76 enrollment Automatic MDM enrollment failed: {HRESULT}
  @ https://learn.microsoft.com/troubleshoot/mem/intune/device-enrollment/troubleshoot-windows-auto-enrollment
100 join Hybrid join: no domain controller could be reached: {HRESULT}
107 join Hybrid join: the offline domain join was applied: {HRESULT}
  + the computer takes its domain account at the next start
109 join Hybrid join: the offline domain join is {HexInt1:words}
110 join Hybrid join: the offline domain join is {HexInt1:words}
111 join Hybrid join: waiting for the offline domain join
201 policy The MDM session failed: {HRESULT}
208 policy MDM session started
209 policy MDM session ended: {HRESULT}
400 policy A configuration was not applied: {Message5}[, {HexInt1}]
404 policy A CSP command failed: {Message5}[, {HexInt1}]
  - a broken device: nodes that do not exist yet are asked for as well
800 policy Setting of a package: {Message1}
  - that it was applied or not: what the two numbers say is not published
809 policy The policy {Message2}/{Message1} could not be set
810 policy The policy {Message2}/{Message1} could not be set
813 policy Policy set: {Message2}/{Message1} = {HexInt1} ({Message4})
  + the value was written for that scope
  - that it is in force: some settings wait for a restart or a sign-in
814 policy Policy set: {Message2}/{Message1} = {Message5} ({Message4})
  + the value was written for that scope
  - that it is in force: some settings wait for a restart or a sign-in
820 policy Policy engine: error at {Message1} {Message2}: {HRESULT}
829 policy Policy engine: {Message1}/{Message2}
  - a fault: routine work of the policy engine
833 policy Policy engine: {Message1}
  - a fault: comes with every provisioning package
839 policy Policy engine: source {Message1} {Message2}
  - a fault: comes with every provisioning package
844 policy Policy engine: source {Message1} {Message3}, {HRESULT}
  - a fault: comes with every provisioning package
1905 app MSI app {Message1}: download started
  + the app policy has arrived
1906 app MSI app {Message1}: download finished
1920 app MSI app {Message1}: installation started
1922 app MSI app {Message1}: installation finished, {HRESULT}
1923 app MSI app {Message1}: installation step finished, {HRESULT}
1924 app MSI app {Message3}: installation failed, {HRESULT}
2545 enrollment Clean-up of an enrollment: {Message1}[, {HRESULT}]
  - a fault when nothing was there to clean up: 0x80070002 means just that
2800 policy {#1} asks for a restart
  + the policy with this URI came in this session and is on the list of URIs that want a restart
  - that a restart followed, or that the value changed: it is only a flag
3012 security TPM {TPMVersion}: ready for storage {ReadyForStorage}, for attestation {ReadyForAttestation}[, locked {IsLocked}]
4000 policy The management client notes a result[: {HRESULT}]
  - which step ended so: it is not published
4009 policy The management client notes a state[: {HexInt1}]
  - success or failure: what the numbers stand for is not published
4019 policy The management client notes a step
  - which one: it is not published
`,
};
