import { StreamableFile } from '@nestjs/common';
import ICAL from 'ical.js';

/** Which of both a program reads is its own business: Outlook wants 3.0, phones and Thunderbird take either. */
export type VcardVersion = '3' | '4';

/** One role of somebody: for which organisation, as what, and how the office reaches them. */
export interface RoleCard {
  /** Stays the same from export to export, so that an address book updates its entry. */
  id: string;
  title: string;
  givenName: string;
  familyName: string;
  organisation: string;
  /** What they are there: "Leitung", "Koordination Frühe Hilfen". */
  role: string;
  /** The mailbox of the house first; one's own only with consent. */
  mails: readonly string[];
  /** Numbers of the office alone. */
  phones: readonly string[];
  address: { street: string; postalCode: string; city: string } | null;
  website: string;
  categories: readonly string[];
}

/** A list of cards as a card of its own: what address books call a group or a distribution list. */
export interface GroupCard {
  id: string;
  name: string;
  members: readonly string[];
}

type Value = string | string[] | string[][];

/**
 * Cards as one file (RFC 6350, or RFC 2426 for version 3): UTF-8, CRLF, lines folded at 75 bytes.
 * @param changed when what is told was last looked at, for REV
 */
export function vcards(
  cards: readonly RoleCard[],
  group: GroupCard | null,
  version: VcardVersion,
  changed: Date,
): string {
  const all = [
    ...(group ? [groupOf(group, version, changed)] : []),
    ...cards.map((card) => cardOf(card, version, changed)),
  ];
  return all.map((card) => `${folded(card)}\r\n`).join('');
}

/** The same as a download under its German name. */
export function vcardFile(name: string, text: string): StreamableFile {
  const plain = name.replace(/[^\x20-\x7E]|["\\]/g, '_');
  return new StreamableFile(Buffer.from(text, 'utf8'), {
    type: 'text/vcard; charset=utf-8',
    disposition: `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}

function cardOf(card: RoleCard, version: VcardVersion, changed: Date): ICAL.Component {
  const it = new Card(version);
  const name = [card.title, card.givenName, card.familyName].filter(Boolean).join(' ');
  it.add('fn', name || card.organisation);
  it.add('n', [card.familyName, card.givenName, '', card.title, '']);
  if (version === '4') it.add('kind', name ? 'individual' : 'org');
  if (card.organisation) it.add('org', card.organisation);
  if (card.role) it.add('role', card.role);
  card.mails.forEach((mail, at) =>
    it.add('email', mail, { type: 'work', ...(at === 0 ? it.preferred : {}) }),
  );
  for (const phone of card.phones)
    it.add('tel', phone, { type: version === '4' ? ['work', 'voice'] : 'work' });
  if (card.address) {
    const { street, postalCode, city } = card.address;
    it.add('adr', ['', '', street, city, '', postalCode, 'Deutschland'], { type: 'work' });
  }
  if (card.website) it.add('url', card.website);
  if (card.categories.length > 0) it.add('categories', [...card.categories]);
  return it.end(card.id, changed);
}

function groupOf(group: GroupCard, version: VcardVersion, changed: Date): ICAL.Component {
  const it = new Card(version);
  it.add('fn', group.name);
  it.add('n', [group.name, '', '', '', '']);
  it.add(version === '4' ? 'kind' : 'x-addressbookserver-kind', 'group');
  for (const id of group.members)
    it.add(version === '4' ? 'member' : 'x-addressbookserver-member', `urn:uuid:${id}`);
  return it.end(group.id, changed);
}

/** A card while it is written; its properties know their types from the library. */
class Card {
  private readonly component = new ICAL.Component(['vcard', [], []]);
  readonly preferred: Record<string, string>;

  constructor(version: VcardVersion) {
    this.preferred = version === '4' ? { pref: '1' } : {};
    this.add('version', `${version}.0`);
  }

  add(name: string, value: Value, parameters: Record<string, string | string[]> = {}): void {
    const property = new ICAL.Property(name, this.component);
    for (const [key, of] of Object.entries(parameters)) property.setParameter(key, of);
    if (name === 'categories' && Array.isArray(value)) property.setValues(value as string[]);
    else property.setValue(value as string);
    this.component.addProperty(property);
  }

  end(id: string, changed: Date): ICAL.Component {
    this.add('uid', `urn:uuid:${id}`);
    this.add(
      'rev',
      changed
        .toISOString()
        .replace(/\.\d+Z$/, 'Z')
        .replaceAll(/[-:]/g, ''),
    );
    return this.component;
  }
}

function folded(card: ICAL.Component): string {
  return card.toString();
}
