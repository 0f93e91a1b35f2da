import { once } from 'node:events';

/** Writes to standard output and waits while the reader is slow. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) {
    await once(process.stdout, 'drain');
  }
}

/** The reader of our output went away (`| head`): no error worth a word. */
export function isQuietPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

process.stdout.on('error', (error) => {
  process.exit(isQuietPipe(error) ? 0 : 1);
});
