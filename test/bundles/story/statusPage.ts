import type { Device, Language } from './device';
import type { Oobe } from './oobe';

export type Category = 'DevicePreparation' | 'DeviceSetup' | 'AccountSetup';
type State = 'notStarted' | 'inProgress' | 'succeeded' | 'failed' | 'rebootRequiredAndTryAgain';

/** The page of enrollments without a person; it keeps its hands off the credentials. */
const userlessPage = 'MDMProgressForPlugAndForgetRefactored';

/** What the registry says of a part that is done, in the language of Windows. */
const complete: Readonly<Record<Language, string>> = { en: 'Complete', de: 'Abgeschlossen', fr: 'Terminé', ja: '完了' };

/** The enrollment status page: its categories and what it keeps about them in the registry. */
export class StatusPage {
  private readonly loads = new Map<string, number>();
  private readonly states = new Map<Category, { category: State; subcategories: Map<string, State> }>();

  /** The tenant has switched the account's part off. */
  skipsAccount = false;

  constructor(
    private readonly device: Device,
    private readonly oobe: Oobe,
  ) {}

  /** Where OOBE shows the page, by the way the device is enrolled. */
  get page(): string {
    switch (this.device.identity.deployment) {
      case 'hybrid':
        return 'MDMProgressAfterDJRefactored';
      case 'selfDeploying':
      case 'preProvisioning':
        return userlessPage;
      case 'userDriven':
      case 'devicePreparation':
        return 'MDMProgressAfterAADRefactored';
    }
  }

  /** The node that carries out a restart which the page asks for. */
  get restartNode(): string {
    switch (this.device.identity.deployment) {
      case 'hybrid':
        return 'OobeDomainJoinReboot';
      case 'selfDeploying':
      case 'preProvisioning':
        return 'RebootZtdForPlugAndForget';
      case 'userDriven':
      case 'devicePreparation':
        return 'RebootZtd';
    }
  }

  /** The page that waits for the account's part, in the person's session. */
  readonly accountPage = 'MDMProgressRefactored';

  /**
   * The page loads. Each load arms the way back after a restart; the second load of the same page, which a restart
   * or a visit to the diagnostics page causes, erases the cached credentials.
   */
  load(cxid = this.page, from: 'navigation' | 'diagnostics' = 'navigation'): void {
    const loads = (this.loads.get(cxid) ?? 0) + 1;
    this.loads.set(cxid, loads);
    this.oobe.open(cxid);
    this.note('ESP_RebootResumption_Set', 'Setting reboot resumption.');
    if (from === 'navigation') {
      this.note('ESPProgress_Initialization_ResumingAfterReboot', 'Resuming.');
    }
    this.armRestart(cxid, loads > 1 && cxid !== userlessPage);
  }

  /** The person looks at the diagnostics page for a while and comes back. */
  visitDiagnostics(duration: string): void {
    this.note('ESPProgress_ViewDiagnostics_Started', 'Viewing diagnostics.');
    this.oobe.close('OobeDiagnostics');
    this.oobe.page('OobeDiagnostics', duration);
    this.load(this.page, 'diagnostics');
  }

  start(category: Category): void {
    this.states.set(category, { category: 'inProgress', subcategories: new Map() });
    this.note('ESPProgress_Category_Started', `Starting category ${category}Category...`);
  }

  fail(category: Category): void {
    this.stateOf(category).category = 'failed';
    this.note('ESPProgress_Category_Failed', `Category ${category}Category failed.`, -2_016_345_060);
  }

  hasSucceeded(category: Category): boolean {
    return this.states.get(category)?.category === 'succeeded';
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
  coalescedRestart(cxid = this.page): void {
    this.startSubcategory('DeviceSetup', 'RebootCoalescing');
    this.note('ESPDeviceSetup_RebootCoalescing_Required', 'A coalesced reboot is required.');
    this.restartFor('RebootCoalescing', cxid);
  }

  /** An app has asked for a restart that its installation cannot go on without. */
  appRestart(): void {
    this.restartFor('AppsSubcategory', this.page);
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
        { subcategoryState, subcategoryStatusText: this.statusText(subcategoryState) },
      ]);
      values[`${category}Category.Status`] = JSON.stringify({
        categoryState: state.category,
        categoryStatusText: this.statusText(state.category),
        ...Object.fromEntries(subcategories),
      });
    });
    return values;
  }

  private restartFor(subcategory: string, cxid: string): void {
    this.endSubcategory('DeviceSetup', subcategory, 'rebootRequiredAndTryAgain');
    this.note(
      `ESP_Subcategory_RebootRequiredBySubcategory_DeviceSetup.${subcategory}`,
      'Reboot required by subcategory.',
    );
    this.note('BootstrapStatusCategory_RebootCoalescing_Initiated', 'Initiating the coalesced reboot.');
    this.armRestart(cxid, cxid !== userlessPage);
    this.oobe.close('action1');
  }

  private armRestart(cxid: string, again: boolean): void {
    const name = 'Autopilot_EnrollmentStatusPage_setStatusPageReboot';
    if (again) {
      this.oobe.event(`${name}: Clearing Autologon credentials`);
    }
    this.oobe.event(`${name}: Initializing persistent reboot settings. Current CXID: ${cxid}`);
  }

  private statusText(state: State): string {
    return state === 'succeeded' ? complete[this.device.identity.language] : '';
  }

  private stateOf(category: Category) {
    const state = this.states.get(category);
    if (state === undefined) {
      throw new Error(`${category} has not started`);
    }
    return state;
  }
}
