import * as l10n from '@vscode/l10n';

/**
 * The offset of a zone as people write it, from minutes west of UTC as Windows counts them: `-60` is `UTC+01:00`; `null`
 * for what no zone has.
 */
export function explainMinutesWest(value: string): string | null {
  const minutes = /^-?\d{1,4}$/.test(value) ? -Number(value) : NaN;
  if (Number.isNaN(minutes) || Math.abs(minutes) > 14 * 60) {
    return null;
  }
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** Kernel-Boot 32: milliseconds that the boot loader waited for a BitLocker PIN or recovery key. */
export function explainBootInput(value: string): string | null {
  if (!/^\d{1,10}$/.test(value)) {
    return null;
  }
  const seconds = Number(value) / 1000;
  return seconds === 0
    ? l10n.t('nothing had to be typed')
    : l10n.t(
        'somebody had to type a BitLocker PIN or recovery key; that took {0} s',
        seconds < 10 ? seconds.toFixed(1) : Math.round(seconds),
      );
}
