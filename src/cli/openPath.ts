import type { Bundle } from '../core/bundle/bundle';
import { openBundle } from '../core/bundle/openBundle';
import { inputFromPath } from '../files/inputFromPath';
import { UserError } from './userError';

/** Opens a bundle, does something with it, and lets go of its files. Rejects with a {@link UserError} for bad input. */
export async function withBundle<Result>(
  location: string,
  password: string | undefined,
  use: (bundle: Bundle) => Promise<Result>,
): Promise<Result> {
  const { input, close } = await inputFromPath(location).catch((error: unknown) => {
    throw new UserError(`${location}: ${reasonOf(error)}`);
  });
  try {
    const opened = await openBundle(input, { password });
    if (!opened.ok) {
      throw new UserError(`${location}: ${opened.problem.detail}`);
    }
    return await use(opened.bundle);
  } finally {
    await close();
  }
}

const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EISDIR: 'is a folder',
};

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return systemReasons[error.code] ?? error.message;
  }
  return error instanceof Error ? error.message : String(error);
}
