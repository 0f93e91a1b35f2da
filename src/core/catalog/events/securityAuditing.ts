import type { ProviderEvents } from './eventEntry';

/** The Security log, which bundles seldom hold; fields as publicly documented and as seen in real logs. */
export const securityAuditingEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-Security-Auditing',
  table: `
4608 boot Auditing started with Windows
4616 clock The clock was set from {PreviousTime} to {NewTime}[ by {ProcessName:file}]
  - that time was wrong: the time service writes it for tiny steps as well
4624 signIn {TargetUserName} signed in[, {LogonType:words}][, checked by {AuthenticationPackageName}]
  + an account got a session or a connection
  - that a person typed something: services, network access and unlocking sign in too
  @ https://learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4624
4625 signIn {TargetUserName} could not sign in[, {LogonType:words}][: {SubStatus}]
  + an attempt was refused; the sub-status says why
  - that a person mistyped: programs with an old password do the same
  @ https://learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4625
4634 signIn The session of {TargetUserName} ended[, {LogonType:words}]
  - that the user signed out: network connections end all the time
4647 signIn {TargetUserName} signed out
  + the sign-out was asked for in the session itself
4648 signIn {SubjectUserName} signed in with the credentials of {TargetUserName}[ for {ProcessName:file}]
  + a program used explicit credentials
  - that it worked: see 4624 or 4625 after it
4672 signIn {SubjectUserName} signed in with special privileges
  + the session belongs to an administrator or to Windows itself
4688 windows A process was started: {NewProcessName:file}
4689 windows A process ended: {ProcessName:file}
4720 security The account {TargetUserName} was created[ by {SubjectUserName}]
  + OOBE makes its own account, defaultuser0, first of all
4722 security The account {TargetUserName} was enabled[ by {SubjectUserName}]
4723 security {SubjectUserName} tried to change the password of {TargetUserName}
4724 security {SubjectUserName} reset the password of {TargetUserName}
4725 security The account {TargetUserName} was disabled[ by {SubjectUserName}]
4726 security The account {TargetUserName} was deleted[ by {SubjectUserName}]
  + defaultuser0 is deleted when OOBE is over
4731 security The group {TargetUserName} was created
4732 security {MemberSid:words} was added to the group {TargetUserName}
4733 security {MemberSid:words} was removed from the group {TargetUserName}
4735 security The group {TargetUserName} was changed
  - a change of its members: those are 4732 and 4733
4738 security The account {TargetUserName} was changed[ by {SubjectUserName}]
4740 security The account {TargetUserName} was locked out
4776 signIn The password of {TargetUserName} was checked[: {Status}]
4781 security The account {OldTargetUserName} was renamed to {NewTargetUserName}
4798 security The groups of {TargetUserName} were listed[ by {CallerProcessName:file}]
4799 security The members of {TargetUserName} were listed[ by {CallerProcessName:file}]
4800 signIn The session was locked[: {TargetUserName}]
4801 signIn The session was unlocked[: {TargetUserName}]
4826 boot Boot settings were loaded
4902 security The table of audit settings for users was created
4904 security A source of audit events registered[: {AuditSourceName}]
4905 security A source of audit events was removed[: {AuditSourceName}]
4907 security Audit settings of an object were changed[: {ObjectName:file}]
5024 boot The firewall service started
5033 boot The firewall driver started
5058 security A key file was used[: {KeyName}]
5059 security A key was moved in or out[: {KeyName}]
5061 security A key was used[: {KeyName}][, {ReturnCode}]
5379 security Stored credentials were read[ by {SubjectUserName}]
5382 security Credentials of the vault were read[ by {SubjectUserName}]
`,
};
