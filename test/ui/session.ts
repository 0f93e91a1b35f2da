/** What the runner prepared for the tests of the workbench; it arrives as JSON in `TRIAGE_UI`. */
export interface Session {
  /** Host and port of the running VS Code. */
  readonly authority: string;
  /** The folder with the sample bundle. */
  readonly folder: string;
  /** One with that bundle and another. */
  readonly pairFolder: string;
  /** The settings of the user who looks at the workbench. */
  readonly settingsFile: string;
  /** Where the packaged extension was installed. */
  readonly extensionsFolder: string;
  /** Where pictures of the workbench go. */
  readonly pictures: string;
  /** The browser, and the flags it is started with. */
  readonly chromium: string;
  readonly browserFlags: readonly string[];
}

export function session(): Session {
  const text = process.env.TRIAGE_UI;
  if (text === undefined) {
    throw new Error('The tests of the workbench need a running VS Code: start them with "npm run test:ui".');
  }
  return JSON.parse(text) as Session;
}
