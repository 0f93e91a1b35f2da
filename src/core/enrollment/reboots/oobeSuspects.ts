import * as l10n from '@vscode/l10n';
import { phrase } from '../../words/language';
import { postEnrollmentUpdateNode, restartNodes } from '../../catalog/oobeNodes';
import type { OtherCauseKind } from '../document/reboots';
import { signalsOf, type Signal } from '../signals/signal';
import { inRun, type RestartScene } from './restartScene';
import { kindsOfClass, suspect, type Suspect } from './suspect';

/** The restarts of OOBE and of Windows setup, by the pages and steps that led to them. */
export function oobeSuspects(scene: RestartScene): readonly Suspect[] {
  return [
    ...pageDecisions(scene),
    ...nodes(scene),
    ...renames(scene),
    ...oobeUpdates(scene),
    ...setupSteps(scene),
    ...joins(scene),
  ];
}

/** Decisions that the pages of OOBE log themselves. */
const decisions: readonly (readonly [RegExp, OtherCauseKind, string])[] = [
  [
    /^ESP_Subcategory_RebootRequiredBySubcategory_DeviceSetup\.AppsSubcategory/,
    'application',
    phrase('The status page restarted because an app asked for it.'),
  ],
  [
    /^ESPDevicePreparation_AADJProvisioningReboot_Started$/,
    'provisioningPackage',
    phrase('The join by a provisioning package restarted the device.'),
  ],
  [
    /^DevicePrepPage_RebootDevice_InitiatingRebootTransition$/,
    'devicePreparationAgent',
    phrase('The agent of device preparation asked, and its page restarted the device.'),
  ],
  [
    /^AutopilotWhiteGlove: DJ\+\+ triggering reboot\.$/,
    'preProvisioning',
    phrase('Pre-provisioning restarted the device.'),
  ],
];

function pageDecisions({ markers }: RestartScene): readonly Suspect[] {
  const decided = decisions.flatMap(([shape, kind, deed]) => {
    const marker = markers.findLast(({ name }) => shape.test(name));
    return marker === undefined ? [] : [suspect(kind, null, 'made', l10n.t(deed), [marker])];
  });
  const commit = markers.findLast(({ name }) => name === 'oobeProvisioningCommitRebootRequired');
  return commit === undefined
    ? decided
    : [
        ...decided,
        suspect('provisioningPackage', null, 'asked', l10n.t('A provisioning package needed a restart.'), [commit]),
      ];
}

const nodeDeeds: Readonly<Partial<Record<OtherCauseKind, string>>> = {
  hybridJoin: phrase('OOBE restarted on the page that follows the domain join.'),
  provisioningPackage: phrase('OOBE restarted on the page of provisioning packages.'),
  deviceRename: phrase('OOBE restarted on the page that names the device.'),
  preProvisioning: phrase('OOBE restarted on a page of pre-provisioning.'),
};

/** Nodes that stand for one cause only; those that serve several are told with what led to them. */
function nodes({ node, during }: RestartScene): readonly Suspect[] {
  const kind = node === undefined ? undefined : kindsOfClass[restartNodes.get(node.node) ?? 'unknown'];
  const deed = kind === undefined ? undefined : nodeDeeds[kind];
  const servesThePage = kind === 'hybridJoin' && during === 'deviceSetup';
  return node === undefined || kind === undefined || deed === undefined || servesThePage
    ? []
    : [suspect(kind, node.node, 'made', l10n.t(deed), [node])];
}

/** The last page before an update of OOBE is this long before its restart, milliseconds. */
const updatePageMs = 10 * 60_000;

function setupSteps({ boot, during }: RestartScene): readonly Suspect[] {
  const restarted = signalsOf(boot.stops, 'setupRestart').at(-1);
  const locale = signalsOf(boot.stops, 'localeNeedsRestart').at(-1);
  const inEsp = during === 'deviceSetup' || during === 'accountSetup';
  return [
    ...(restarted === undefined
      ? []
      : [
          suspect('setup', null, 'made', l10n.t('Windows setup restarted at the end of one of its steps.'), [
            restarted,
          ]),
        ]),
    ...(locale === undefined || inEsp
      ? []
      : [
          suspect('setup', l10n.t('system locale'), 'asked', l10n.t('The new system locale needs a restart.'), [
            locale,
          ]),
        ]),
  ];
}

function oobeUpdates(scene: RestartScene): readonly Suspect[] {
  const { boot, node, during, markers } = scene;
  const atNode = node === undefined ? [] : [node];
  const zeroDay = signalsOf(boot.stops, 'zeroDayUpdateDone').at(-1);
  const installed = markers.findLast(({ name }) => name.startsWith('Autopilot update installed'));
  const page = inRun(scene, 'oobeNode', updatePageMs).findLast((signal) => signal.node === postEnrollmentUpdateNode);
  const enrolled = installed ?? (node?.node === 'RebootZtd' && during !== 'deviceSetup' ? page : undefined);
  const quality = signalsOf(boot.stops, 'qualityUpdateBegan').at(-1);
  const qualityNode = node?.node.endsWith('NDUP') === true ? node : undefined;
  const qualitySign = qualityNode ?? quality;
  return [
    ...(zeroDay === undefined
      ? []
      : [
          suspect(
            'oobeUpdate',
            l10n.t('zero-day update'),
            node?.node === 'Reboot' ? 'made' : 'asked',
            l10n.t('The update of the first connection was installed before it.'),
            [zeroDay, ...(node?.node === 'Reboot' ? [node] : [])],
          ),
        ]),
    ...(enrolled === undefined
      ? []
      : [
          suspect(
            'oobeUpdate',
            l10n.t('Autopilot update'),
            installed === undefined || node === undefined ? 'asked' : 'made',
            l10n.t('OOBE had installed or looked for an update of Autopilot.'),
            [enrolled, ...atNode],
          ),
        ]),
    ...(qualitySign === undefined
      ? []
      : [
          suspect(
            'oobeUpdate',
            l10n.t('quality update'),
            qualityNode === undefined ? 'asked' : 'made',
            l10n.t('OOBE installed a quality update at its end.'),
            [qualitySign, ...(quality === undefined || quality === qualitySign ? [] : [quality])],
          ),
        ]),
  ];
}

/** The restart follows the join to the domain within this time, milliseconds. */
const afterJoinMs = 15 * 60_000;

function joins(scene: RestartScene): readonly Suspect[] {
  if (scene.during === 'deviceSetup' || scene.during === 'accountSetup') {
    return [];
  }
  const joined = inRun(scene, 'offlineDomainJoin', afterJoinMs).findLast(
    ({ step }) => step === 'processed' || step === 'applied',
  );
  return joined === undefined
    ? []
    : [
        suspect('hybridJoin', null, 'asked', l10n.t('The device had been joined to a domain shortly before.'), [
          joined,
        ]),
      ];
}

function renames({ markers, request, node }: RestartScene): readonly Suspect[] {
  const required = markers.findLast(({ name }) => name.startsWith('Device rename required'));
  if (required !== undefined) {
    const signs: readonly [Signal, ...Signal[]] = [required, ...(node === undefined ? [] : [node])];
    return [
      suspect(
        'deviceRename',
        null,
        node === undefined ? 'asked' : 'made',
        l10n.t('The Autopilot profile gives the device another name.'),
        signs,
      ),
    ];
  }
  return request?.renamePending === true
    ? [suspect('deviceRename', null, 'mayHave', l10n.t('The device got another name at this restart.'), [request])]
    : [];
}
