import type { AppTechnology, PhaseItem } from '../document/phases';

/** An item of the status page as the address of its setting names it. */
export interface NamedItem {
  readonly kind: PhaseItem['kind'];
  readonly technology: AppTechnology | null;
  readonly id: string;
  /** The address says that it is one of the user, not of the device. */
  readonly isUser: boolean;
}

/**
 * The item that a LocURI stands for, e.g. the product code in
 * `./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/{…}/DownloadInstall`; `null` for an address of no known family.
 */
export function itemOfLocUri(address: string, kind: PhaseItem['kind']): NamedItem | null {
  const uri = decoded(address);
  const isUser = /^\.\/user\//i.test(uri);
  if (kind === 'app') {
    const app = appOf(uri);
    return app === null ? null : { kind, ...app, isUser };
  }
  const certificate = kind === 'certificate' ? /\/SCEP\/([^/]+)/i.exec(uri)?.[1] : undefined;
  return uri.startsWith('./') ? { kind, technology: null, id: certificate?.replace(/_/g, '-') ?? uri, isUser } : null;
}

function appOf(uri: string): { readonly technology: AppTechnology; readonly id: string } | null {
  const win32 = win32AppIn(uri);
  if (win32 !== null) {
    return { technology: 'win32', id: win32 };
  }
  const families: readonly (readonly [AppTechnology, RegExp])[] = [
    ['msi', /\/EnterpriseDesktopAppManagement\/MSI\/([^/]+)/i],
    ['office', /\/Office\/Installation\/([^/]+)/i],
    ['store', /\/EnterpriseModernAppManagement\/AppManagement\/[^/]+\/([^/]+)/i],
  ];
  for (const [technology, shape] of families) {
    const id = shape.exec(uri)?.[1];
    if (id !== undefined) {
      return { technology, id: decoded(id) };
    }
  }
  return null;
}

/** The id in `Win32App_<guid>_<revision>`, in lower case. */
export function win32AppIn(text: string): string | null {
  return /\bWin32App_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:_\d+)?\b/i.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** Registry names carry addresses percent-encoded; what is no valid encoding is left as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
