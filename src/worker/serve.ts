import type { MessagePort } from 'node:worker_threads';
import type { BundleRequestName, FromWorker, OpenProgress, ToWorker } from '../protocol/bundleService';
import type { WorkerStart } from '../protocol/workerStart';
import { speak } from '../core/words/language';
import { translationsOf } from '../files/translationFiles';
import { BundleHost } from './bundleHost';

/** At most this many progress messages a second reach the editor. */
const progressEveryMs = 50;

/** Answers requests of the editor until its port closes. */
export function serve(port: MessagePort, { translationFile }: WorkerStart): void {
  speak(translationsOf(translationFile));
  const host = new BundleHost();
  const running = new Map<number, AbortController>();

  const answer = async (seq: number, name: BundleRequestName, params: unknown): Promise<void> => {
    const controller = new AbortController();
    running.set(seq, controller);
    try {
      // The editor side is typed by the same table of requests, so name and parameters belong together.
      const handle = host[name] as (
        params: unknown,
        signal: AbortSignal,
        report: (progress: OpenProgress) => void,
        emit: (partial: unknown) => void,
      ) => Promise<unknown>;
      const emit = (partial: unknown): void => {
        send(port, { type: 'partial', seq, value: partial });
      };
      const value = await handle(params, controller.signal, throttled(port, seq), emit);
      send(port, { type: 'result', seq, ok: true, value }, buffersIn(value));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      send(port, { type: 'result', seq, ok: false, error: message, cancelled: controller.signal.aborted });
    } finally {
      running.delete(seq);
    }
  };

  port.on('message', (message: ToWorker) => {
    if (message.type === 'cancel') {
      running.get(message.seq)?.abort();
    } else {
      void answer(message.seq, message.name, message.params);
    }
  });
}

function send(port: MessagePort, message: FromWorker, transfer: readonly ArrayBuffer[] = []): void {
  port.postMessage(message, [...transfer]);
}

function throttled(port: MessagePort, seq: number): (progress: OpenProgress) => void {
  let last = 0;
  return (progress) => {
    const now = Date.now();
    if (now - last >= progressEveryMs || progress.members === progress.totalMembers) {
      last = now;
      send(port, { type: 'progress', seq, progress });
    }
  };
}

/** Buffers of freshly made columns in a `series` result: they are moved, not copied. */
function buffersIn(value: unknown): readonly ArrayBuffer[] {
  if (typeof value !== 'object' || value === null || !('channels' in value) || !Array.isArray(value.channels)) {
    return [];
  }
  return value.channels
    .flatMap((channel: object) => Object.values(channel) as unknown[])
    .flatMap((column) => (ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : []));
}
