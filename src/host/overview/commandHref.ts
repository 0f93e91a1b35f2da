/** A link that runs a command of ours; quotes and brackets cannot end the attribute that it stands in. */
export function commandHref(command: string, args: readonly unknown[]): string {
  const query = args.length === 0 ? '' : `?${encodeURIComponent(JSON.stringify(args)).replaceAll("'", '%27')}`;
  return `command:${command}${query}`;
}
