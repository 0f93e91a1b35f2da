import { providers } from '../providers';
import type { ProviderEvents } from './eventEntry';

export const shellCoreEvents: ProviderEvents = {
  provider: providers.shellCore,
  table: `
9647 signIn Explorer reached the phase {psz}
9648 signIn Explorer start-up step began: {psz}
  + the desktop of a user is loading
9649 signIn Explorer start-up step ended: {psz}
9652 signIn Explorer start-up step began beside others: {psz}
9653 signIn Explorer start-up step beside others ended: {psz}
9705 signIn Explorer reads the list of programs to start: {KeyName}
  + an interactive sign-in
9706 signIn Explorer has read the list of programs to start: {KeyName}
9707 signIn Explorer starts {Command}
9708 signIn Explorer has started {Command}
28017 app The app list of the shell is being built
28018 app The app list of the shell was built
28019 app The app list of the shell was saved
28032 app The tile description {Filename} was read
28115 app A shortcut was added to the app list: {Name}
28117 app A shortcut in the app list changed: {Name}
28125 app The app list of the shell is refreshed
62170 signIn Sign-in task began: {TaskName}
  + a user session is loading
  - the kind of sign-in: LogonType is not the number of the Security log
62171 signIn Sign-in task ended: {TaskName}
62400 oobe The setup experience opened: {Source}
  + OOBE, the account part of the ESP, Hello or web sign-in, as the source says
62401 oobe The setup experience closed[: {Result}]
62402 oobe Setup experience: {Name:words}
  - a restart: AppCheckpoint comes with every closing, power-off too
62403 oobe Setup experience: {Name:words}[ = {Value:words}]
  + AppResuming: OOBE goes on at the node of the value after a restart
  - AppResuming alone: a crashed page resumes in the same way
62404 oobe Page entered: {CXID:words}
  + where OOBE or the ESP is
  - a restart: restart nodes that are left again at once did nothing
62405 oobe Page left with {Result}
62406 esp Page event: {Name:words}
  + the two calls that clear the automatic sign-in say that the next start needs a sign-in
62407 esp Page event: {Name:words}[ ({Value:message})]
  - RebootCoalescing that is merely started is in every enrollment
62408 signIn Explorer starts the packaged app {Command}
62409 signIn Explorer has started the packaged app {Command}
62460 boot OOBE health report: {SecondsSinceBoot} seconds since the start of Windows
  + the boot time, to the second: this time minus the seconds
`,
};
