import type { ProviderEvents } from './eventEntry';

export const resetEngineEvents: ProviderEvents = {
  provider: 'ResetEng',
  table: `
4500 shutdown A reset of the device was prepared
  + what comes after it is a new deployment
4502 boot The reset of the device has finished
  + what was joined and enrolled before is gone
`,
};
