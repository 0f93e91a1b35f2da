/** What the runner prepared for the pictures; it arrives as JSON in `TRIAGE_PICTURES`. */
export interface PictureSession {
  /** The built script of the timeline page, and its style sheet. */
  readonly script: string;
  readonly style: string;
  /** The German texts. */
  readonly translations: string;
  /** Where the pictures are that are expected. */
  readonly expected: string;
  /** Where pictures go that differ, with a picture of the difference. */
  readonly failures: string;
  /** Are the pictures to become what is expected from now on? */
  readonly update: boolean;
  readonly chromium: string;
  readonly browserFlags: readonly string[];
}

export function pictureSession(): PictureSession {
  const text = process.env.TRIAGE_PICTURES;
  if (text === undefined) {
    throw new Error('The pictures need a browser: start them with "npm run test:pictures".');
  }
  return JSON.parse(text) as PictureSession;
}
