import type { ProviderEvents } from './eventEntry';

export const tpmWmiEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-TPM-WMI',
  table: `
519 security The TPM was cleared (reason {ClearReason})
  + keys of the device, of Hello and of BitLocker that were in it are gone
1025 security The TPM was provisioned
1026 security The TPM was not provisioned[: {ErrorCode}][, state {StatusInformation}]
1029 hello Preparing Hello keys could not be started: {ErrorCode}
1031 hello Obtaining Hello certificates could not be started: {ErrorCode}
1038 security The measured boot log of this start is {Path}
1040 security The measured boot log has a problem: {Path}
1041 security The state of the TPM at this start was recorded
1281 security The health of the TPM was checked
1282 security The TPM base services reported
1537 security A health certificate came from {HealthAttestationServer}
  - compliance after this start: it describes the start before it
1538 security The health attestation server could not be reached: {HResult}
1539 security The health attestation server refused: HTTP {HTTPStatus}
`,
};
