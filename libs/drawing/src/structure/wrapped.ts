/**
 * Words in lines of at most this width, by the mean width of a letter; what does not fit into the lines ends with "…".
 * A word that is too long alone is cut.
 */
export function wrapped(text: string, width: number, size: number, most: number): string[] {
  const room = Math.max(4, Math.floor(width / (size * 0.55)));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((it) => it !== '')) {
    const longer = line ? `${line} ${word}` : word;
    if (longer.length <= room) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = word;
  }
  if (line) lines.push(line);
  const shown = lines.slice(0, most).map((it) => (it.length > room ? `${it.slice(0, room - 1)}…` : it));
  const last = shown.at(-1);
  if (lines.length > most && last !== undefined)
    shown[shown.length - 1] = `${last.slice(0, room - 1).trimEnd()}…`;
  return shown;
}
