import type { BundleFile } from './bundleFile';
import type { Story } from './story/story';
import type { ScenarioTruth } from './truth';

/** How the bundle of a scenario is packed. */
export type BundleContainer =
  /** `mdmdiagnosticstool -cab` */
  | 'mdmCab'
  /** `mdmdiagnosticstool -zip` */
  | 'mdmZip'
  /** The device action of Intune: a zip with the cabinet and more inside. */
  | 'collectDiagnostics';

/** A story that was told to its end. */
export interface Told {
  readonly story: Story;
  /** The truth about it. */
  readonly expected: ScenarioTruth;
}

/** A device, what happened to it, and how somebody collected its logs. */
export interface Scenario {
  /** Its own, e.g. `cleanRun`; what differs in little shares a file. */
  readonly name: string;
  /** One sentence. */
  readonly title: string;
  readonly container: BundleContainer;
  tell(): Told;
  /** What somebody did to the files of the outer container before it was packed. */
  tamper?(files: readonly BundleFile[]): readonly BundleFile[];
}
