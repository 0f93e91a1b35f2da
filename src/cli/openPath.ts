import { phrase, spoken } from '../core/words/language';
import type { Bundle } from '../core/bundle/bundle';
import { openBundle, type OpenBundleResult } from '../core/bundle/openBundle';
import { inputFromPath } from '../files/inputFromPath';
import type { Target } from './arguments';
import { UserError } from './userError';

/** Opens a bundle, does something with it, and lets go of its files. Rejects with a {@link UserError} for bad input. */
export async function withBundle(target: Target, use: (bundle: Bundle) => Promise<void>): Promise<void> {
  const { location } = target;
  const { input, close } = await inputFromPath(location).catch((error: unknown) => {
    throw new UserError(`${location}: ${reasonOf(error)}`);
  });
  try {
    const opened = await openBundle(input, { password: target.password }).catch((error: unknown): OpenBundleResult => {
      throw isSystemError(error) ? new UserError(`${location}: ${reasonOf(error)}`) : error;
    });
    if (!opened.ok) {
      throw new UserError(`${location}: ${opened.problem.detail}`);
    }
    await use(opened.bundle);
  } finally {
    await close();
  }
}

const systemReasons = spoken<string>({
  ENOENT: phrase('there is no such file or folder'),
  ENOTDIR: phrase('there is no such file or folder'),
  EACCES: phrase('permission denied'),
  EPERM: phrase('permission denied'),
});

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** The system's error in words. */
export function reasonOf(error: unknown): string {
  if (isSystemError(error)) {
    return systemReasons[error.code] ?? error.message;
  }
  return error instanceof Error ? error.message : String(error);
}
