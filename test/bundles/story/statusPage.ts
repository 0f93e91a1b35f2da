import type { Device } from './device';
import type { Oobe } from './oobe';

export type Category = 'DevicePreparation' | 'DeviceSetup' | 'AccountSetup';
type State = 'notStarted' | 'inProgress' | 'succeeded' | 'failed' | 'rebootRequiredAndTryAgain';

/** The enrollment status page: its categories and what it keeps about them in the registry. */
export class StatusPage {
  private readonly loads = new Map<string, number>();
  private readonly states = new Map<Category, { category: State; subcategories: Map<string, State> }>();

  constructor(
    private readonly device: Device,
    private readonly oobe: Oobe,
  ) {}

  /**
   * The page loads. Each load arms the way back after a restart; the second load of the same page, which a restart
   * causes, erases the cached credentials.
   */
  load(cxid: string): void {
    const loads = (this.loads.get(cxid) ?? 0) + 1;
    this.loads.set(cxid, loads);
    this.oobe.open(cxid);
    this.note('ESP_RebootResumption_Set', 'Setting reboot resumption.');
    this.note('ESPProgress_Initialization_ResumingAfterReboot', 'Resuming.');
    this.armRestart(cxid, loads > 1);
  }

  start(category: Category): void {
    this.states.set(category, { category: 'inProgress', subcategories: new Map() });
    this.note('ESPProgress_Category_Started', `Starting category ${category}Category...`);
  }

  succeed(category: Category): void {
    this.stateOf(category).category = 'succeeded';
    this.note('ESPProgress_Category_Success', `Category ${category}Category succeeded.`);
  }

  startSubcategory(category: Category, name: string): void {
    this.stateOf(category).subcategories.set(name, 'inProgress');
    this.note('BootstrapStatusCategory_SubcategoryProcessing_Started', `Starting subcategory ${category}.${name}...`);
  }

  endSubcategory(category: Category, name: string, state: State = 'succeeded'): void {
    this.stateOf(category).subcategories.set(name, state);
    const outcome = state === 'failed' ? 'Failed' : 'Success';
    this.note(
      `BootstrapStatusCategory_SubcategoryProcessing_${outcome}`,
      `Subcategory ID = ${category}.${name}; state = ${state}.`,
    );
  }

  /** All subcategories in a row, for a category nobody needs the details of. */
  passThrough(category: Category, ...names: readonly string[]): void {
    names.forEach((name) => {
      this.startSubcategory(category, name);
      this.endSubcategory(category, name);
    });
  }

  /** The restart that collects all wishes for one, at the end of device setup, up to the node that carries it out. */
  coalescedRestart(cxid: string): void {
    this.startSubcategory('DeviceSetup', 'RebootCoalescing');
    this.note('ESPDeviceSetup_RebootCoalescing_Required', 'A coalesced reboot is required.');
    this.endSubcategory('DeviceSetup', 'RebootCoalescing', 'rebootRequiredAndTryAgain');
    this.note(
      'ESP_Subcategory_RebootRequiredBySubcategory_DeviceSetup.RebootCoalescing',
      'Reboot required by subcategory.',
    );
    this.note('BootstrapStatusCategory_RebootCoalescing_Initiated', 'Initiating the coalesced reboot.');
    this.armRestart(cxid, true);
    this.oobe.close('action1');
  }

  leave(): void {
    this.note('ESPProgress_Page_Exiting', 'Exiting page.');
    this.note('ESP_RebootResumption_Unset', 'Unsetting reboot resumption.');
    this.oobe.close();
  }

  /** A result without a category, e.g. `ESPAccountSetup_AadTokenRequest_Success`. */
  note(name: string, message: string, errorCode = 0): void {
    this.device.at.skip(`${10 + this.device.random.below(120)}ms`);
    this.oobe.event(`CommercialOOBE_${name}`, JSON.stringify({ message, errorCode }));
  }

  /** Values of `Provisioning\AutopilotSettings`, as the page has stored them. */
  registryValues(): Readonly<Record<string, string>> {
    const values: Record<string, string> = {};
    this.states.forEach((state, category) => {
      const subcategories = [...state.subcategories].map(([name, subcategoryState]) => [
        `${category}.${name}`,
        { subcategoryState, subcategoryStatusText: subcategoryState === 'succeeded' ? 'Complete' : '' },
      ]);
      values[`${category}Category.Status`] = JSON.stringify({
        categoryState: state.category,
        categoryStatusText: state.category === 'succeeded' ? 'Complete' : '',
        ...Object.fromEntries(subcategories),
      });
    });
    return values;
  }

  private armRestart(cxid: string, again: boolean): void {
    const name = 'Autopilot_EnrollmentStatusPage_setStatusPageReboot';
    if (again) {
      this.oobe.event(`${name}: Clearing Autologon credentials`);
    }
    this.oobe.event(`${name}: Initializing persistent reboot settings. Current CXID: ${cxid}`);
  }

  private stateOf(category: Category) {
    const state = this.states.get(category);
    if (state === undefined) {
      throw new Error(`${category} has not started`);
    }
    return state;
  }
}
