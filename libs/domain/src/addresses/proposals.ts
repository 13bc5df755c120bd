import { folded } from '../text';
import { isEverybodysMailbox } from './mailboxes';
import { isNoName, isParticle, readPersonName } from './person-name';
import type { ReadAddress } from './read-addresses';

/** What an address says about whom it belongs to; somebody looks at it before it is kept. */
export interface AddressProposal {
  givenName: string;
  /** Empty where the address says no name: "info@", "s1234@". */
  familyName: string;
  /** The house behind the mail domain; empty for mailboxes of everybody. */
  organisation: string;
  /** The address is the house's own, whoever reads it. */
  ofHouse: boolean;
}

/** Words of which each says alone that a house is meant; surnames such as "Neustadt" only end like one. */
const HOUSE_WORDS = new Set(
  `ev gmbh ggmbh gug landkreis kreis stadt gemeinde verbandsgemeinde jobcenter agentur caritas diakonie awo drk paritaet
  verein verband kita hort schule klinik tafel amt`.split(/\s+/),
);
const HOUSE_ENDINGS =
  /^.{3,}(?:amt|verein|verband|zentrum|schule|klinik|klinikum|stiftung|beratungsstelle|dienste|werkstatt)$/;

/** What can be proposed for each address of a list, by its mail. */
export function proposalsFor(addresses: readonly ReadAddress[]): Map<string, AddressProposal> {
  const houses = new Map<string, string>();
  const keyOf = (mail: string): string => (isEverybodysMailbox(mail) ? mail : domainOf(mail));
  for (const address of addresses) {
    const { mail, name } = address;
    const known = houses.get(keyOf(mail));
    if (known === undefined && (address.shared || namesHouse(name)) && callsHouse(address))
      houses.set(keyOf(mail), name);
  }
  return new Map(
    addresses.map(({ mail, name, shared }) => {
      const organisation =
        houses.get(keyOf(mail)) ?? (isEverybodysMailbox(mail) ? '' : nameOfDomain(domainOf(mail)));
      const ofHouse = shared || namesHouse(name);
      const person = ofHouse ? { givenName: '', familyName: '' } : nameFromMail(mail);
      return [mail, { ...person, organisation, ofHouse }];
    }),
  );
}

/**
 * The name that an address spells: "petra.schulz@" is Petra Schulz, "p.von-der-heide@" the family von der Heide.
 * Nothing where it spells none: "s1234@".
 */
export function nameFromMail(mail: string): { givenName: string; familyName: string } {
  const [local = ''] = mail.slice(0, Math.max(mail.indexOf('@'), 0)).split('+');
  const dotted = local.split(/[._]+/).map((word) => withoutDigits(word));
  const words = (dotted.length === 1 && local.split('-').length === 2 ? local.split('-') : dotted).filter(
    Boolean,
  );
  const long = words.filter((word) => word.length > 1);
  if (long.length === 0 || !words.every((word) => /^[\p{L}\p{M}'-]+$/u.test(word)))
    return { givenName: '', familyName: '' };
  if (words.length === 1 && (words[0]?.length ?? 0) < 3) return { givenName: '', familyName: '' };
  // The hyphens of "von-der-heide" stand for blanks.
  const spelt = long.flatMap((word) => {
    const parts = word.split('-');
    return isParticle(parts[0] ?? '') && parts.length > 1 ? parts : [word];
  });
  const { givenName, familyName } = readPersonName(spelt.map(capitalised).join(' '));
  return { givenName, familyName };
}

/** "schulz2" is Schulz: the digits at the end tell apart who has the same name. */
function withoutDigits(word: string): string {
  let end = word.length;
  while (end > 0 && /\d/.test(word.charAt(end - 1))) end -= 1;
  return word.slice(0, end);
}

/** Whether a display name is one of a house: "Jugendamt Zerbst", "Kita Regenbogen". */
function namesHouse(name: string): boolean {
  const { salutation, givenName, familyName } = readPersonName(name);
  if (salutation !== '') return false;
  const words = folded(`${givenName} ${familyName}`)
    .replace(/e\. ?v\./g, 'ev')
    .split(/[^\p{L}]+/u);
  return words.some((word) => HOUSE_WORDS.has(word) || HOUSE_ENDINGS.test(word));
}

/** Whether a mailbox is called like its house, and not "Info", "Sekretariat" or like the one who reads it. */
function callsHouse({ mail, name }: ReadAddress): boolean {
  if (isNoName(name)) return false;
  if (namesHouse(name) || isEverybodysMailbox(mail)) return true;
  const label = labelOf(domainOf(mail));
  return folded(name)
    .split(/[^\p{L}]+/u)
    .some((word) => word.length > 3 && label.includes(word));
}

/** "diakonie-mittelelbe.example" is Diakonie Mittelelbe; somebody puts it right. */
function nameOfDomain(domain: string): string {
  return labelOf(domain).split('-').filter(Boolean).map(capitalised).join(' ');
}

function labelOf(domain: string): string {
  return domain.split('.').at(-2) ?? '';
}

function domainOf(mail: string): string {
  return mail.slice(mail.indexOf('@') + 1);
}

function capitalised(word: string): string {
  if (isParticle(word) && word.length < 4) return word;
  return word.replace(
    /(^|[-'])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}
