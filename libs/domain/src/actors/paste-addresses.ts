/** One address of a pasted distribution list. */
export interface PastedAddress {
  /** Name as written, without quotation marks; empty where only an address stood. */
  name: string;
  givenName: string;
  familyName: string;
  mail: string;
}

export interface PastedList {
  addresses: PastedAddress[];
  /** Pieces in which no mail address was found, so that nothing gets lost silently. */
  unreadable: string[];
}

const MAIL = /[^\s<>"',;:()[\]]+@[^\s<>"',;:()[\]]+\.[^\s<>"',;:()[\]]{2,}/;

/**
 * Reads what somebody copies from a mail program: `Name <mail>; "Nachname, Vorname" <mail>, mail`,
 * with semicolons, commas or line breaks between. A doubled address (in any case) stands once.
 */
export function readPastedAddresses(text: string): PastedList {
  const addresses = new Map<string, PastedAddress>();
  const unreadable: string[] = [];
  for (const piece of pieces(text)) {
    const mail = MAIL.exec(piece)?.[0].toLowerCase();
    if (!mail) {
      unreadable.push(piece);
      continue;
    }
    const name = piece
      .replace(MAIL, '')
      .replace(/[<>"()[\]]|mailto:/g, ' ')
      .replace(/^[\s,']+|[\s,']+$/g, '')
      .replace(/\s+/g, ' ');
    if (!addresses.has(mail) || (addresses.get(mail)?.name === '' && name !== '')) {
      addresses.set(mail, { name, ...splitName(name, mail), mail });
    }
  }
  return { addresses: [...addresses.values()], unreadable };
}

/** Cuts at semicolons and line breaks; at commas only behind an address, because "Berg, Anna" has one inside. */
function pieces(text: string): string[] {
  const result: string[] = [];
  let piece = '';
  let quoted = false;
  for (const character of text.replace(/\r\n?/g, '\n')) {
    if (character === '"') quoted = !quoted;
    const cuts =
      character === '\n' || (!quoted && (character === ';' || (character === ',' && MAIL.test(piece))));
    if (cuts) {
      if (character === '\n') quoted = false;
      result.push(piece);
      piece = '';
    } else {
      piece += character;
    }
  }
  result.push(piece);
  return result.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

function splitName(name: string, mail: string): Pick<PastedAddress, 'givenName' | 'familyName'> {
  if (name === '') return { givenName: '', familyName: mail.slice(0, mail.indexOf('@')) };
  const comma = name.indexOf(',');
  if (comma > 0) return { familyName: name.slice(0, comma).trim(), givenName: name.slice(comma + 1).trim() };
  const words = name.split(' ');
  return { givenName: words.slice(0, -1).join(' '), familyName: words.at(-1) ?? name };
}
