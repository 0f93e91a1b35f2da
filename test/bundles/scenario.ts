import type { ExpectedTriage } from './expectation';
import type { KnownCredential } from './logonUiExport';
import type { Story } from './story/story';

/** How the bundle of a scenario is packed. */
export type BundleContainer =
  /** `mdmdiagnosticstool -cab` */
  | 'mdmCab'
  /** `mdmdiagnosticstool -zip` */
  | 'mdmZip'
  /** The device action of Intune: a zip with the cabinet and more inside. */
  | 'collectDiagnostics';

/** A story that was told to its end. */
export interface ToldScenario {
  readonly story: Story;
  /** The profile was downloaded at this time of the device's clock, milliseconds since 1970 UTC. */
  readonly profileDownloadedAt: number;
  /** What the person signed in with last, as LogonUI remembers it. */
  readonly lastCredential: KnownCredential;
  /** The truth about it. */
  readonly expected: ExpectedTriage;
}

/** A device, what happened to it, and how somebody collected its logs. */
export interface Scenario {
  /** The name of its file, e.g. `cleanRun`. */
  readonly name: string;
  /** One sentence. */
  readonly title: string;
  readonly container: BundleContainer;
  tell(): ToldScenario;
}
