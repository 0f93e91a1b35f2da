import { providers } from '../providers';
import type { ProviderEvents } from './eventEntry';

export const kernelBootEvents: ProviderEvents = {
  provider: providers.kernelBoot,
  table: `
16 boot A boot failure was recorded[: {FailureMsg}]
18 boot Boot entries found: {EntryCount}
20 boot Last shutdown good: {LastShutdownGood}, last boot good: {LastBootGood}[, boot {LastBootId} before this one]
  + with false: power loss, crash or reset before this start
  - why the shutdown was not good
25 boot Boot menu policy {BootMenuPolicy}
27 boot Kind of start: {BootType:words}
  + 1 is a fast start-up: the user signs in anew, but nothing that needs a restart has happened
  - that a restart was asked for
30 boot The firmware handed over to the boot loader
32 boot Before the start {BitlockerUserInputTime:words}
  + above 0: a BitLocker PIN or recovery key was asked for
153 security Virtualization-based security at this start: policy {VsmPolicy:words}, status {Status}[, reason {EnableDisableReason}]
  + with policy 0 nothing asked for it at this start; any other number is a set of bits that are not published
  - that a policy was applied after it: VBS changes at the next full start
156 security Virtualization-based security was not started[: status {Status}]
157 boot Boot diagnosis {DiagCode}[, status {Status}]
`,
};
