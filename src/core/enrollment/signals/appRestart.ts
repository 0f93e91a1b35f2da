/** An app wants a restart: its installer said so, or what Intune has made of that. */
export interface AppRestart {
  readonly kind: 'appRestart';
  /** At once (1641) and not at some later time (3010). */
  readonly hard: boolean;
  /** GUID in lower case; absent where the record does not tell whose installer it was. */
  readonly app?: string;
  readonly name?: string;
  /** What the installer returned. */
  readonly exitCode?: number;
}

const guidShape = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** The first GUID in a text, in lower case. */
export function appIdIn(text: string): string | null {
  return guidShape.exec(text)?.[0].toLowerCase() ?? null;
}
