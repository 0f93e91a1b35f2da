import { providers } from '../providers';
import type { ProviderEvents } from './eventEntry';

export const powerTroubleshooterEvents: ProviderEvents = {
  provider: providers.powerTroubleshooter,
  table: `
1 power Woke up[: asleep from {SleepTime} to {WakeTime}]
  + time really passed; also after a fast start-up
  - a start of Windows
`,
};
