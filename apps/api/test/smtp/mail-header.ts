/** A header as it stands in a mail, '' without it; long ones go on in the next line behind a blank. */
export function mailHeader(raw: string, name: string): string {
  const [head = ''] = raw.split(/\r?\n\r?\n/, 1);
  return new RegExp(`^${name}:(.*)$`, 'im').exec(head.replace(/\r?\n[ \t]+/g, ' '))?.[1]?.trim() ?? '';
}
