import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { findOnPath } from './chromium.mjs';

/** A desktop VS Code: its command line, and the program behind it where that is known. @typedef {{ readonly cli: string, readonly program: string | null }} Desktop */

/** Whether a window could be shown. */
function hasDisplay() {
  const { DISPLAY = '', WAYLAND_DISPLAY = '' } = process.env;
  return process.platform === 'darwin' || process.platform === 'win32' || DISPLAY !== '' || WAYLAND_DISPLAY !== '';
}

/** Where `bin/code` keeps the program, relative to its folder: Linux, macOS. */
const programs = ['../code', '../../../MacOS/Electron'];

/** The desktop VS Code of this machine, if there is one, a display to show it on and a user it agrees to run as. @returns {Desktop | null} */
export function findDesktop() {
  const cli = findOnPath('code');
  if (cli === null || !hasDisplay() || process.getuid?.() === 0) {
    return null;
  }
  const bin = path.dirname(realpathSync(cli));
  return { cli, program: programs.map((file) => path.resolve(bin, file)).find(existsSync) ?? null };
}
