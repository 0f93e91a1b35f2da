import type { TrackedApp } from './story/imeAgent';

/** The apps of a company, in the order of their installation. */
export const exampleApps: readonly TrackedApp[] = [
  { id: '00000000-0000-4000-8000-00000000a001', name: 'Contoso VPN' },
  { id: '00000000-0000-4000-8000-00000000a002', name: 'Contoso Office Templates' },
  { id: '00000000-0000-4000-8000-00000000a003', name: 'Contoso Endpoint Tools' },
];
