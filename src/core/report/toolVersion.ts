/** Name and version that reports sign with; the version is that of the package. */
export const toolName = 'Autopilot Log Triage';
export const toolVersion = '0.1.0';
