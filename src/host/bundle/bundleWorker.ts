import { Worker } from 'node:worker_threads';
import type {
  BundleRequestName,
  BundleRequests,
  FromWorker,
  OpenProgress,
  PartialResult,
  ToWorker,
} from '../../protocol/bundleService';
import type { WorkerStart } from '../../protocol/workerStart';

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: OpenProgress) => void) | undefined;
}

/** Options of a request that hands out what it has before its result. */
export interface StreamOptions<Partial> extends RequestOptions {
  readonly onPartial?: ((partial: Partial) => void) | undefined;
}

/** The caller gave the request up. */
export class RequestCancelledError extends Error {
  override readonly name = 'RequestCancelledError';
}

/** The worker stopped on its own: out of memory, or a fault in it. All its bundles are gone. */
export class WorkerStoppedError extends Error {
  override readonly name = 'WorkerStoppedError';
}

/** The program of the worker, and what it starts with. */
export interface WorkerProgram {
  /** Path of the bundled worker. */
  readonly script: string;
  readonly start: WorkerStart;
}

/** A worker deep in one member may not hear a cancellation; after this time it is ended. */
const cancelGraceMs = 1500;

interface PendingRequest {
  resolve(value: unknown): void;
  reject(error: Error): void;
  readonly onProgress: ((progress: OpenProgress) => void) | undefined;
  readonly onPartial: ((partial: unknown) => void) | undefined;
}

/**
 * Typed requests to one worker thread that reads bundles. Whatever ends the thread rejects all pending requests
 * with {@link WorkerStoppedError}; a stopped worker is not used again.
 */
export class BundleWorker {
  private readonly worker: Worker;
  private readonly pending = new Map<number, PendingRequest>();
  private lastSeq = 0;
  private stopped: WorkerStoppedError | null = null;

  /** @param onStopped called once, unless {@link dispose} ended it */
  constructor(
    { script, start }: WorkerProgram,
    private readonly onStopped: (error: WorkerStoppedError) => void,
  ) {
    // The extension host may run with inspector or experiment flags that a thread must not inherit.
    this.worker = new Worker(script, { execArgv: [], workerData: start });
    this.worker.on('message', (message: FromWorker) => {
      this.receive(message);
    });
    this.worker.on('messageerror', (error) => {
      this.stop(error.message);
    });
    this.worker.on('error', (error) => {
      this.stop(error instanceof Error ? error.message : String(error));
    });
    this.worker.on('exit', (code) => {
      this.stop(`exit code ${code}`);
    });
  }

  /** Asks the worker; rejects with {@link RequestCancelledError}, {@link WorkerStoppedError} or the worker's error. */
  request<Name extends BundleRequestName>(
    name: Name,
    params: BundleRequests[Name]['params'],
    options: StreamOptions<PartialResult<Name>> = {},
  ): Promise<BundleRequests[Name]['result']> {
    const { signal, onProgress } = options;
    // The worker is typed by the same table of requests, so name and partial results belong together.
    const onPartial = options.onPartial as ((partial: unknown) => void) | undefined;
    if (this.stopped !== null) {
      return Promise.reject(this.stopped);
    }
    if (signal?.aborted === true) {
      return Promise.reject(new RequestCancelledError());
    }
    const seq = ++this.lastSeq;
    const answer = new Promise<unknown>((resolve, reject) => {
      this.pending.set(seq, { resolve, reject, onProgress, onPartial });
    });
    let lastResort: NodeJS.Timeout | undefined;
    const cancel = () => {
      this.send({ type: 'cancel', seq });
      lastResort = setTimeout(() => {
        this.stop(null);
      }, cancelGraceMs);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    this.send({ type: 'request', seq, name, params });
    return answer.finally(() => {
      signal?.removeEventListener('abort', cancel);
      clearTimeout(lastResort);
    }) as Promise<BundleRequests[Name]['result']>;
  }

  get isStopped(): boolean {
    return this.stopped !== null;
  }

  dispose(): void {
    this.stop(null);
  }

  private send(message: ToWorker): void {
    if (this.stopped === null) {
      this.worker.postMessage(message);
    }
  }

  private receive(message: FromWorker): void {
    const request = this.pending.get(message.seq);
    if (request === undefined) {
      return;
    }
    if (message.type === 'progress') {
      request.onProgress?.(message.progress);
      return;
    }
    if (message.type === 'partial') {
      request.onPartial?.(message.value);
      return;
    }
    this.pending.delete(message.seq);
    if (message.ok) {
      request.resolve(message.value);
    } else {
      request.reject(message.cancelled ? new RequestCancelledError() : new Error(message.error));
    }
  }

  /** @param reason `null` when the end was asked for */
  private stop(reason: string | null): void {
    if (this.stopped !== null) {
      return;
    }
    const error = new WorkerStoppedError(reason ?? 'closed');
    this.stopped = error;
    void this.worker.terminate();
    for (const request of this.pending.values()) {
      request.reject(reason === null ? new RequestCancelledError() : error);
    }
    this.pending.clear();
    if (reason !== null) {
      this.onStopped(error);
    }
  }
}
