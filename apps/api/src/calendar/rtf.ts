import { decompressRTF } from '@kenjiuno/decompressrtf';

const PACKED_MOST = 64 * 1024;
const TEXT_MOST = 64 * 1024;
/** Groups that hold fonts, colours, pictures and the like, no words. */
const wordless = new Set(
  'fonttbl colortbl stylesheet info pict object header footer headerl headerr headerf footerl footerr footerf themedata listtable listoverridetable datastore generator xmlnstbl'.split(
    ' ',
  ),
);
const signs: Partial<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  cell: '\t',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
};

/** The words of Outlook's packed RTF (PidTagRtfCompressed, [MS-OXRTFCP]). */
export function rtfText(packed: Buffer): string {
  // The library believes the length in the header; a false one would keep it busy for minutes.
  if (packed.length > PACKED_MOST || packed.readUInt32LE(0) + 4 > packed.length) return '';
  return wordsOf(Buffer.from(decompressRTF([...packed])).toString('latin1'));
}

interface Group {
  skipped: boolean;
  /** How many signs behind a `\u` stand in for it. */
  standIns: number;
}

const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|[^\\{}\r\n]/giy;

function wordsOf(rtf: string): string {
  const outer: Group[] = [];
  let group: Group = { skipped: false, standIns: 1 };
  let decoder = new TextDecoder('windows-1252');
  let text = '';
  let toSkip = 0;
  const say = (sign: string): void => {
    if (toSkip > 0) toSkip -= 1;
    else if (!group.skipped) text += sign;
  };
  for (const [token, word, value, hex, symbol, brace] of rtf.matchAll(TOKEN)) {
    if (text.length > TEXT_MOST) break;
    if (brace === '{') {
      outer.push(group);
      group = { ...group };
      toSkip = 0;
    } else if (brace === '}') {
      group = outer.pop() ?? group;
      toSkip = 0;
    } else if (hex) say(decoder.decode(Buffer.from(hex, 'hex')));
    else if (symbol === '*') group.skipped = true;
    else if (symbol === '~') say(' ');
    else if (symbol) say('{}\\\n'.includes(symbol) ? symbol : '');
    else if (word === undefined && token >= ' ') say(token);
    else if (word === undefined) continue;
    else if (wordless.has(word)) group.skipped = true;
    else if (word === 'ansicpg') decoder = decoderOf(Number(value)) ?? decoder;
    else if (word === 'uc') group.standIns = Number(value);
    else if (word === 'u') {
      toSkip = 0;
      say(String.fromCharCode((Number(value) + 0x10000) % 0x10000));
      toSkip = group.standIns;
    } else if (signs[word]) say(signs[word]);
  }
  return text;
}

function decoderOf(codePage: number): TextDecoder | null {
  try {
    return new TextDecoder(codePage === 65001 ? 'utf-8' : `windows-${codePage}`);
  } catch {
    return null;
  }
}
