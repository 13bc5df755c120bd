import addressparser from 'nodemailer/lib/addressparser';
import { folded, visible } from '../text';
import { isMailAddress, normaliseMail } from './mail-address';
import { isSharedMailbox } from './mailboxes';
import { isNoName, isParticle, type ReadName, readPersonName } from './person-name';

/** One address of a list, with the name that stood beside it. */
export interface ReadAddress extends Omit<ReadName, 'role' | 'beside'> {
  /** In small letters, as addresses are compared. */
  mail: string;
  /** Name as written, without quotation marks; empty where only an address stood. */
  name: string;
  /** A mailbox of a house such as "info@": never a person. */
  shared: boolean;
}

export interface ReadAddressList {
  addresses: ReadAddress[];
  /** Pieces in which no mail address was found, so that nothing gets lost silently. */
  unreadable: string[];
}

const NAME_MOST = 200;

/** Where an address stands in a piece of text. */
interface Found {
  mail: string;
  start: number;
  end: number;
}

/**
 * Reads what somebody copies from a mail program, a table or a letter: `Name <mail>; "Nachname, Vorname" <mail>, mail`
 * with semicolons, commas, tabs or line breaks between, or nothing at all between two addresses. Every address of a
 * piece comes out; a doubled one (in any spelling) stands once. Names are read as RFC 5322 writes them by nodemailer's
 * addressparser (docs/decisions/names-and-addresses.md).
 */
export function readAddresses(text: string): ReadAddressList {
  const addresses = new Map<string, ReadAddress>();
  const unreadable: string[] = [];
  for (const segment of segmentsOf(visible(text).replaceAll('\u00A0', ' '))) {
    const { found, broken } = addressesIn(segment);
    if (found.length === 0) {
      if (/[\p{L}\p{N}]/u.test(segment)) unreadable.push(short(segment));
      continue;
    }
    unreadable.push(...broken.map(short));
    const { named, left } = namesBeside(segment, found);
    for (const { mail, name } of named) {
      if (!addresses.get(mail)?.name) addresses.set(mail, readAddress(mail, name));
    }
    if (/[\p{L}\p{N}]/u.test(left)) unreadable.push(short(left));
  }
  return { addresses: [...addresses.values()], unreadable };
}

function readAddress(mail: string, name: string): ReadAddress {
  const read = readPersonName(name);
  const { salutation, title } = read;
  const named = !isNoName(`${read.givenName} ${read.familyName}`);
  const [givenName, familyName] = named ? [read.givenName, read.familyName] : ['', ''];
  const shared = isSharedMailbox(mail);
  return {
    mail,
    name,
    salutation,
    title,
    givenName,
    familyName: familyName || mail.slice(0, mail.indexOf('@')),
    shared,
  };
}

/** Cuts at line breaks and semicolons; not within quotation marks, unless one of them has no partner. */
function segmentsOf(text: string): string[] {
  return text.split(/[\r\n]/).flatMap((line) => {
    const closed = (line.split('"').length - 1) % 2 === 0;
    const segments: string[] = [];
    let quoted = false;
    let start = 0;
    for (let at = 0; at < line.length; at += 1) {
      if (line[at] === '"' && line[at - 1] !== '\\') quoted = closed && !quoted;
      if (line[at] !== ';' || quoted) continue;
      segments.push(line.slice(start, at));
      start = at + 1;
    }
    segments.push(line.slice(start));
    return closed ? segments : segments.map((segment) => segment.replaceAll('"', ' '));
  });
}

/** Runs of signs that may stand in an address; those with an @ that are none are told as broken. */
function addressesIn(segment: string): { found: Found[]; broken: string[] } {
  const found: Found[] = [];
  const broken: string[] = [];
  for (const { 0: whole, index } of segment.matchAll(/[^\s<>"(),:;\\[\]]+/gu)) {
    const several = whole.indexOf('@') !== whole.lastIndexOf('@');
    let start = index;
    for (const run of several ? whole.split(/[/|]/) : [whole]) {
      const address = addressOfRun(run);
      if (address) found.push({ mail: normaliseMail(address), start, end: start + run.length });
      else if (run.includes('@')) broken.push(run);
      start += run.length + 1;
    }
  }
  return { found, broken };
}

/** The address of a run without the signs a sentence, a quotation or a link put around it. */
function addressOfRun(run: string): string | null {
  const begin = run.search(/[\p{L}\p{N}_+]/u);
  const at = run.indexOf('@');
  if (begin < 0 || begin >= at) return null;
  const domain = /^[\p{L}\p{N}\p{M}.-]*/u.exec(run.slice(at + 1))?.[0] ?? '';
  const behind = run.slice(at + 1 + domain.length);
  // "?subject=Treffen" of a link may follow; a letter otherwise means that this is something else.
  if (!/^[?/]/.test(behind) && /[\p{L}\p{N}@]/u.test(behind)) return null;
  if (behind.includes('@')) return null;
  let end = domain.length;
  while (end > 0 && '.-'.includes(domain[end - 1] ?? '')) end -= 1;
  const address = run.slice(begin, at + 1 + end);
  return isMailAddress(address) ? address : null;
}

/**
 * To each address the words that belong to it: those before it, and those behind it up to a comma if no other address
 * stands before that comma. What is left behind the last comma belongs to nobody.
 */
function namesBeside(
  segment: string,
  found: readonly Found[],
): { named: { mail: string; name: string }[]; left: string } {
  let from = 0;
  const named = found.map(({ mail, start, end }, index) => {
    const before = segment.slice(from, start);
    const next = found[index + 1]?.start;
    const between = segment.slice(end, next);
    const cut = separatorIn(between);
    const behind = cut >= 0 ? between.slice(0, cut) : next === undefined ? between : '';
    from = end + (cut >= 0 ? cut + 1 : behind.length);
    const name = nameIn(before, behind);
    return { mail, name: isNameOf(name, mail, /[<[]/.test(segment[start - 1] ?? '')) ? name : '' };
  });
  return { named, left: segment.slice(from) };
}

/** The first comma or tab outside brackets. */
function separatorIn(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    else if (depth <= 0 && (text[at] === ',' || text[at] === '\t')) return at;
  }
  return -1;
}

/** The display name as RFC 5322 has it: quotation marks, escapes, comments and names of groups are the parser's. */
function nameIn(before: string, behind: string): string {
  const [front, back] = [before, behind].map((text) =>
    balanced(text.replace(/mailto:/gi, ' ').replace(/[<>[\]]/g, ' ')),
  );
  const parsed = addressparser(`${front} <a@b.invalid> ${back}`, { flatten: true });
  const words = parsed.map((it) => it.name).filter(Boolean);
  return trimmed(words.join(', ').split(/\s+/).join(' '));
}

/** Without brackets and quotation marks that lack their partner: to the parser they would swallow the address. */
function balanced(text: string): string {
  const count = (sign: string): number => text.split(sign).length - 1;
  const quotes = count('"') % 2 === 0 ? text : text.replaceAll('"', ' ');
  return count('(') === count(')') ? quotes : quotes.replace(/[()]/g, ' ');
}

/** Without the marks of lists before a name ("1.", "-") and the quotation marks and commas around it. */
function trimmed(name: string): string {
  const begin = name.search(/\p{L}/u);
  let end = name.length;
  while (end > 0 && !/[\p{L}\p{N}.)]/u.test(name[end - 1] ?? '')) end -= 1;
  return begin < 0 ? '' : name.slice(begin, end);
}

/**
 * A mail program that knows no name repeats the address. Where no bracket parts them, the words before an address may
 * be those of a sentence: "Bitte auch an anna@haus.test".
 */
function isNameOf(written: string, mail: string, inBrackets: boolean): boolean {
  if (
    written === '' ||
    written.length > NAME_MOST ||
    written.includes('@') ||
    folded(written) === folded(mail)
  )
    return false;
  return inBrackets || written.split(' ').every((word) => /^[^\p{Ll}]/u.test(word) || isParticle(word));
}

function short(piece: string): string {
  const text = piece.replace(/^[\s,]+/, '').trim();
  return text.length > NAME_MOST ? `${text.slice(0, NAME_MOST)}…` : text;
}
