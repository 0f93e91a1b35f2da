import { providers } from '../providers';
import type { ProviderEvents } from './eventEntry';

export const modernDeploymentEvents: ProviderEvents = {
  provider: providers.modernDeployment,
  table: `
100 autopilot The Autopilot setting {Message1} is not in the profile
  - a fault: most settings are optional, and the profile may not be there yet
  @ https://learn.microsoft.com/autopilot/troubleshooting-faq
101 autopilot Autopilot setting {Message1} = {Int1}
  @ https://learn.microsoft.com/autopilot/troubleshooting-faq
102 autopilot The Autopilot setting {Message1} could not be read: {HRESULT}
103 autopilot Autopilot setting {Message1} = {Message2}
  @ https://learn.microsoft.com/autopilot/troubleshooting-faq
104 autopilot The Autopilot setting {Message1} could not be read: {HRESULT}
107 autopilot Autopilot state: {Message1}
109 autopilot OOBE setting {Message1}: {Message2}
  @ https://learn.microsoft.com/autopilot/troubleshooting-faq
110 autopilot The OOBE setting {Message1} could not be read: {HRESULT}
111 autopilot The settings of the Autopilot profile were read
  @ https://learn.microsoft.com/autopilot/troubleshooting-faq
112 autopilot The settings of the Autopilot profile could not be read: {HRESULT}
115 enrollment No usable MDM service was discovered: {HRESULT}
117 join The wait for the domain controller was set to {UInt1}
150 security The account service was started for TPM attestation
151 security The TPM task was started for attestation
152 security The TPM task has ended
153 autopilot Autopilot profile: from {InitialState:words} to {UpdateState:words}
  + how far fetching the profile has come
  @ https://learn.microsoft.com/autopilot/troubleshooting-faq
156 security Hardware attestation is required and not set up: Autopilot cannot go on
157 security TPM attestation took {UInt1} microseconds
160 autopilot Fetching the Autopilot profile begins
  @ https://learn.microsoft.com/autopilot/troubleshooting-faq
161 autopilot The Autopilot profile was fetched
  @ https://learn.microsoft.com/autopilot/troubleshooting-faq
162 autopilot No download is needed and the device has no profile
  + this installation was set up without Autopilot; only a reset changes that
163 autopilot No download is needed: a profile is on the device already
  @ https://learn.microsoft.com/autopilot/troubleshooting-faq
164 autopilot The internet can be reached
  @ https://learn.microsoft.com/autopilot/troubleshooting-faq
165 autopilot The internet cannot be reached: the download waits
166 autopilot The internet can be reached now
167 autopilot The internet still cannot be reached
168 security The device identity in the TPM was renewed
169 security The identity of the TPM was confirmed
170 autopilot The download of the Autopilot profile has ended
  - that a profile came: an empty answer ends it as well
171 autopilot The identity of the TPM could not be confirmed: {HRESULT}
  + self-deploying and pre-provisioning cannot go on
  @ https://learn.microsoft.com/autopilot/troubleshooting-faq
172 autopilot The Autopilot profile could not be made available: {HRESULT}
  @ https://learn.microsoft.com/autopilot/troubleshooting-faq
173 autopilot Autopilot cannot be told of the network: {HRESULT}
174 autopilot Autopilot cannot be told of the device identity: {HRESULT}
175 autopilot Autopilot cannot be told of changes of the device identity: {HRESULT}
176 security The state of the TPM key changed: server {ServerState}, device {ClientState}
177 security Attestation: attempt {Uint1} of {Uint2}
178 enrollment The device enrollment of Autopilot began
179 enrollment Device enrollment: phase {State} began
180 enrollment Device enrollment: phase {State} failed, {HRESULT}
181 enrollment Device enrollment: phase {State} ended, {HRESULT}
185 autopilot The settings of the profile could not be fetched: {HRESULT}
189 security Attestation was tried too often
190 security The task that fetches the attestation certificate was started
191 security The attestation certificate is there already
192 enrollment Device enrollment failed with {HRESULT}: attempt {AttemptNumber} of {MaxAttempts}, next in {WaitMs} ms
193 autopilot Download of the profile: attempt {Uint1} of {Uint2}
195 join Leaving the management began
196 join Leaving the management ended: {HRESULT}
202 security The attestation certificate could not be downloaded: {HRESULT}
204 security The request for an attestation certificate brought none
205 security A new attestation certificate is there
208 security The TPM has its manufacturer certificate
209 security The TPM has no manufacturer certificate
211 security A TPM is required and it cannot attest: {HRESULT}
214 security Attestation state {AttestationState}: {HRESULT}
215 security Attestation state {AttestationState} failed: {HRESULT}
221 security Attestation phase {AttestationPhase} began
226 security Attestation phase {AttestationPhase} failed at {Step}: {HRESULT}[, attempt {RetryCount}]
285 autopilot Autopilot looks whether the internet can be reached
286 autopilot Autopilot looks whether there is a profile
287 esp Device preparation: the provider {Message2} is being installed
288 esp Device preparation: the provider {Message2} was installed
289 esp Device preparation: installing the provider {Message2} took longer than {Int1} minutes
290 esp Device preparation: the provider {Message2} could not be installed, {HRESULT}
291 esp Device preparation: the provider {Message2} is not needed
292 esp The list of what to wait for is asked from {Message2}
293 esp {Message2} gave a list of {Int1} to wait for
294 esp {Message2} could not give its list: {HRESULT}
295 esp {Message2} gave an empty list
296 app The app {Message2} was installed
297 app The app {Message2} is being installed
298 app The app {Message2} could not be installed: {HRESULT}
299 app The app {Message2} needs a restart to complete
  + the installer asked for it through its return code
  - that the restart happened, or that this app caused the one that did
300 enrollment Device enrollment could not start: {HRESULT}
301 enrollment Device enrollment is blocked at stage {State}: {HRESULT}
302 enrollment Device enrollment failed at stage {State}: {HRESULT}
303 enrollment Device enrollment succeeded, last stage {State}
310 autopilot Autopilot file {Message2} is used
311 autopilot The Autopilot file could not be loaded: {HRESULT}
312 autopilot The Autopilot file could not be read: {HRESULT}
314 autopilot No Autopilot profile could be downloaded: the device will not be managed
505 autopilot The Autopilot file was loaded: {Message1}
506 autopilot The path of an Autopilot file could not be resolved: {Message1}, {HRESULT}
509 autopilot Pre-provisioning was started ({UInt1})
  + a technician, not the user, drives this run
702 autopilot The new Autopilot profile was saved: {Message1}
703 autopilot A new Autopilot profile was received by {Message1}
704 autopilot An empty Autopilot profile was received by {Message1}
  + the service answered and has nothing for this device
705 autopilot The Autopilot profile on the device was cleared by {Message1}
706 autopilot The Autopilot profile could not be downloaded: {HRESULT} ({Message1})
707 autopilot The Autopilot profile could not be downloaded: {HRESULT} ({Message1})
710 autopilot No device ticket for {Message1}: {HRESULT}
750 clock No device ticket for certificate reasons: the clock may be wrong
751 clock The clock was corrected
752 clock The clock could not be corrected: {HRESULT}
753 clock The clock differs from that of the service: here {ClientTime}, there {ServerTime}
  + times before the correction are off by the difference
  - attempts: AttemptNumber was seen to hold the drift in minutes and MaxAttempts what is allowed
807 autopilot The device is not registered with Autopilot
  - a fault in device preparation (v2): there no device is registered
  @ https://learn.microsoft.com/autopilot/troubleshooting-faq
809 autopilot No Autopilot profile is assigned to the device
  @ https://learn.microsoft.com/autopilot/troubleshooting-faq
815 autopilot No Autopilot profile is assigned and the tenant has no default one
  @ https://learn.microsoft.com/autopilot/troubleshooting-faq
908 autopilot The hardware does not match the registration of the device
  + serial number or product key differ: parts such as the main board were changed
  @ https://learn.microsoft.com/autopilot/troubleshooting-faq
1000 autopilot The management service of Windows starts
1001 autopilot The management service of Windows has started
1002 autopilot The management service of Windows could not start: {HRESULT}
1004 autopilot The management service of Windows has stopped
1005 diagnostics Internal error {HRESULT} in {File:file} line {Line}
  - a fault of the enrollment: mostly noise, and the collection of logs writes many
1007 autopilot The management service cleared what it had kept of Autopilot
1100 autopilot The management service uses the folder {Message1}
1101 autopilot The management service makes the folder {Message1}
1102 autopilot The management service has made the folder {Message1}
1508 diagnostics The diagnosis lacks the entry for {Message1}
  - a fault: collecting logs writes one for each
1511 diagnostics The diagnosis lacks data for {Message1}
1512 diagnostics The diagnosis has finished
1518 diagnostics The diagnosis begins its step {Message1}
1519 diagnostics The diagnosis has ended its step {Message1}
1520 diagnostics The diagnosis has read {Message1}
1521 diagnostics The diagnosis has understood {Message1}
1522 diagnostics The diagnosis has put its data together
1523 diagnostics The diagnosis collects: {Message1} began
1524 diagnostics The diagnosis collects: {Message1} ended
`,
};
