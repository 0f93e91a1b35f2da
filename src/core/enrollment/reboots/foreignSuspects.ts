import { classOfInitiator, isManagementClient, isOobe } from '../../catalog/restartInitiators';
import { signalsOf } from '../signals/signal';
import { inRun, type RestartScene } from './restartScene';
import { kindsOfClass, suspect, type Suspect } from './suspect';

/** What restarts a device without OOBE: its power, the person, Windows Update, scripts, the management server, a reset. */
export function foreignSuspects(scene: RestartScene): readonly Suspect[] {
  return [...endedBadly(scene), ...processes(scene), ...resets(scene), ...updates(scene), ...scripts(scene)];
}

function endedBadly({ boot }: RestartScene): readonly Suspect[] {
  if (boot.kind !== 'powerLoss') {
    return [];
  }
  const ends = signalsOf(boot.starts, 'dirtyStop');
  const [first, ...rest] = ends;
  const crash = ends.find(({ bugcheck }) => bugcheck);
  if (first === undefined) {
    return [];
  }
  return crash === undefined
    ? [suspect('powerLoss', null, 'made', 'Windows had not stopped cleanly, and had not crashed.', [first, ...rest])]
    : [suspect('crash', crash.stopCode ?? null, 'made', 'Windows crashed with a stop code.', [crash])];
}

function processes({ request, boot }: RestartScene): readonly Suspect[] {
  if (request === undefined || isOobe(request.process) || boot.kind === 'powerLoss') {
    return [];
  }
  if (isManagementClient(request.process)) {
    return [
      suspect(
        'mdmRebootCsp',
        request.process,
        'madeProbably',
        `${request.process} asked for it, which carries out what the management server orders.`,
        [request],
      ),
    ];
  }
  const known = classOfInitiator(request.process, request.reasonCode);
  const kind = known === null ? undefined : kindsOfClass[known.class];
  // Apps, scripts and updates are told with their names where other logs know them.
  return kind === undefined || kind === 'application' || kind === 'script' || kind === 'windowsUpdate'
    ? []
    : [
        suspect(
          kind,
          request.process,
          known!.observed ? 'made' : 'madeProbably',
          `${request.process} asked for the restart.`,
          [request],
        ),
      ];
}

/** Windows prepares a reset this long before it restarts for it, milliseconds. */
const resetMs = 60 * 60_000;

function resets(scene: RestartScene): readonly Suspect[] {
  const reset = inRun(scene, 'deviceReset', resetMs).at(-1);
  if (reset !== undefined) {
    return [suspect('deviceReset', null, 'made', 'A reset of the device had been prepared.', [reset])];
  }
  const asked = inRun(scene, 'espMarker', resetMs).findLast(({ name }) => resetFromPage.test(name));
  return asked === undefined || asked.name.endsWith('Failed')
    ? []
    : [suspect('deviceReset', null, 'asked', 'A reset of the device was started from the page.', [asked])];
}

const resetFromPage = /^(?:ESPProgress|DevicePrepPage)_DeviceResetInitiation_(?:Started|Succeeded|Failed)$/;

/** What Windows Update did this long before a restart may be its reason, milliseconds. */
const updateMs = 60 * 60_000;

function updates(scene: RestartScene): readonly Suspect[] {
  const { request, boot } = scene;
  const wanted = inRun(scene, 'windowsUpdate', updateMs).filter(({ state }) => state === 'restartNeeded');
  const revised = revision(scene);
  const byProcess =
    request !== undefined &&
    boot.kind !== 'powerLoss' &&
    classOfInitiator(request.process, request.reasonCode)?.class === 'windowsUpdate';
  const name = wanted.at(-1)?.title ?? revised?.name ?? null;
  const traces = [
    ...wanted.slice(-1),
    ...inRun(scene, 'servicingRestart', updateMs).slice(-1),
    ...(revised?.signs ?? []),
  ];
  if (byProcess) {
    const deed = `${request.process} asked for the restart${traces.length > 0 ? ', and an update needed one' : ', as Windows Update does'}.`;
    return [
      suspect('windowsUpdate', name ?? request.process, traces.length > 0 ? 'made' : 'madeProbably', deed, [
        request,
        ...traces,
      ]),
    ];
  }
  const [first, ...rest] = traces;
  if (first === undefined) {
    return [];
  }
  return [
    suspect(
      'windowsUpdate',
      name,
      'mayHave',
      revised === null ? 'An update needed a restart.' : 'The revision of Windows is another one after this restart.',
      [first, ...rest],
    ),
  ];
}

/** Another revision after the start than in the run before it: an update was completed. */
function revision({ boot, signals, runStart }: RestartScene) {
  const after = signalsOf(boot.starts, 'kernelStart')[0];
  const before = signals.lastBefore('kernelStart', boot.start);
  const isOfRun = before !== undefined && before.at >= runStart;
  return after?.build === undefined || !isOfRun || before.build === undefined || before.build === after.build
    ? null
    : { name: `${before.build} → ${after.build}`, signs: [before, after] };
}

/** A script that began this long before a restart may have made it, milliseconds. */
const scriptMs = 10 * 60_000;

function scripts(scene: RestartScene): readonly Suspect[] {
  const { request, boot } = scene;
  const run = inRun(scene, 'scriptRun', scriptMs).at(-1);
  const byProcess =
    request !== undefined &&
    boot.kind !== 'powerLoss' &&
    classOfInitiator(request.process, request.reasonCode)?.class === 'script';
  if (byProcess) {
    const deed = `${request.process} asked for the restart${run === undefined ? '' : ', and Intune had a script run shortly before'}.`;
    return [
      suspect('script', run?.script ?? request.process, run === undefined ? 'madeProbably' : 'made', deed, [
        request,
        ...(run === undefined ? [] : [run]),
      ]),
    ];
  }
  return run === undefined || request !== undefined
    ? []
    : [suspect('script', run.script, 'mayHave', 'Intune had a script run shortly before.', [run])];
}
