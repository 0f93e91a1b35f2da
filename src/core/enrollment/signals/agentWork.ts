import { appIdIn, type AppRestart } from './appRestart';

/** What the agent and its side processes do that can end in a restart. */
export type AgentWork =
  | AppRestart
  /** A script is being run; the id of its policy where the line tells it. */
  | { readonly kind: 'scriptRun'; readonly script: string | null };

/** Exit codes of installers that ask for a restart (winerror.h): a restart is required, a restart was begun. */
const softRestart = 3010;
const hardRestart = 1641;

/**
 * Reads the lines of one log in their order. The line with an exit code does not tell whose it is, so the app that the
 * thread has worked on last is remembered.
 */
export class AgentWorkReader {
  private readonly apps = new Map<string, string>();
  private readonly exitCodes = new Map<string, number>();

  /** What a line tells; `null` for all others. */
  read(message: string, thread: string): AgentWork | null {
    const named = preparing.test(message) ? appIdIn(message) : null;
    if (named !== null) {
      remember(this.apps, thread, named);
    }
    return message.startsWith('[Win32App]') ? this.readApp(message, thread) : scriptRun(message);
  }

  private readApp(message: string, thread: string): AppRestart | null {
    if (message.includes('A restart is required to continue processing apps')) {
      return this.restart(true, thread);
    }
    if (!message.includes('lpExitCode')) {
      return null;
    }
    const kind = /\blpExitCode is defined as (SoftReboot|HardReboot)\b/.exec(message)?.[1];
    if (kind !== undefined) {
      return this.restart(kind === 'HardReboot', thread);
    }
    const code = Number(/^\[Win32App\] lpExitCode (\d{1,10})$/.exec(message.trimEnd())?.[1]);
    if (Number.isInteger(code)) {
      remember(this.exitCodes, thread, code);
    }
    return code === hardRestart || code === softRestart ? this.restart(code === hardRestart, thread) : null;
  }

  private restart(hard: boolean, thread: string): AppRestart {
    const app = this.apps.get(thread);
    const exitCode = this.exitCodes.get(thread);
    return {
      kind: 'appRestart',
      hard,
      ...(app === undefined ? {} : { app }),
      ...(exitCode === undefined ? {} : { exitCode }),
    };
  }
}

/** More threads than an agent ever has: what names more of them is no log of its own. */
const manyThreads = 10_000;

function remember<Value>(byThread: Map<string, Value>, thread: string, value: Value): void {
  if (byThread.size < manyThreads || byThread.has(thread)) {
    byThread.set(thread, value);
  }
}

/** Lines that name the app a thread is at work on: its download, its folder, its policy. */
const preparing = /\bIMECache\\[0-9a-f]{8}-|\bDownloading app \(id = |\bapp with id: |\bof app: /i;

/** The folder or file of a script, or the policy that brought it. */
const scriptShape =
  /(?:Scripts\\|policy with id = )(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}_)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i;

function scriptRun(message: string): AgentWork | null {
  const runs =
    message.startsWith('[PowerShell] Processing policy with id = ') ||
    /\bagentexecutor\.exe"?\s+-(?:powershell|remediationScript)\s/i.test(message);
  return runs ? { kind: 'scriptRun', script: scriptShape.exec(message)?.[1]?.toLowerCase() ?? null } : null;
}
