/** An item that Collect diagnostics is asked for, in the order of results.xml. */
export interface CollectedItem {
  readonly kind: 'RegistryKey' | 'Command' | 'Events' | 'FoldersFiles';
  /** As the device action names it: a key, a command line, a channel, a file pattern. */
  readonly source: string;
  /** 0, or why there is nothing. */
  readonly hresult: number;
}

/** results.xml of the flattened format: HRESULTs are signed decimals; names with spaces stand in quotes. */
export function resultsXmlText(items: readonly CollectedItem[]): string {
  const lines = items.map(({ kind, source, hresult }) => {
    const quoted = kind === 'RegistryKey' && source.includes(' ') ? `"${source}"` : source;
    return `    <${kind} HRESULT="${hresult | 0}">${quoted}</${kind}>`;
  });
  return [
    '<Collection HRESULT="0">',
    '<ID>00000000-0000-4000-8000-0000000c011e</ID>',
    '    <SasUrl>SasUrlPlaceHolder</SasUrl>',
    ...lines,
    '    <ClientTimeoutInSeconds>5400</ClientTimeoutInSeconds>',
    '    <OutputFileFormat>flattened</OutputFileFormat>',
    '</Collection>',
    '',
  ].join('\r\n');
}
