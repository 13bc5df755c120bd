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

/** A property as the library knows it (jCard): name, parameters, type, values. */
type Property = [
  name: string,
  parameters: Record<string, string | string[]>,
  type: string,
  ...values: unknown[],
];

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
    ...(group ? [[group.id, groupOf(group, version)] as const] : []),
    ...cards.map((card) => [card.id, cardOf(card, version)] as const),
  ];
  const design = version === '4' ? ICAL.design.vcard : ICAL.design.vcard3;
  const rev = changed.toISOString().replace(/\.\d+Z$/, 'Z');
  return all
    .map(([id, properties]) => {
      const whole: Property[] = [
        ['version', {}, 'text', `${version}.0`],
        ...properties,
        ['uid', {}, 'text', `urn:uuid:${id}`],
        ['rev', {}, version === '4' ? 'timestamp' : 'date-time', rev],
      ];
      const lines = whole.map((property) => ICAL.stringify.property(property, design, false));
      return `BEGIN:VCARD\r\n${lines.join('\r\n')}\r\nEND:VCARD\r\n`;
    })
    .join('');
}

/** The same as a download under its German name. */
export function vcardFile(name: string, text: string): StreamableFile {
  const plain = name.replace(/[^\x20-\x7E]|["\\]/g, '_');
  return new StreamableFile(Buffer.from(text, 'utf8'), {
    type: 'text/vcard; charset=utf-8',
    disposition: `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}

function cardOf(card: RoleCard, version: VcardVersion): Property[] {
  const isFour = version === '4';
  const { title, givenName, familyName, organisation, role, address, website, categories } = card;
  const name = [title, givenName, familyName].filter(Boolean).join(' ');
  const phoneType = isFour ? { type: ['work', 'voice'] } : { type: 'work' };
  return [
    ['fn', {}, 'text', name || organisation],
    ['n', {}, 'text', [familyName, givenName, '', title, '']],
    ...(isFour ? [['kind', {}, 'text', name ? 'individual' : 'org'] satisfies Property] : []),
    ...(organisation ? [['org', {}, 'text', [organisation]] satisfies Property] : []),
    ...(role ? [['role', {}, 'text', role] satisfies Property] : []),
    ...card.mails.map((mail, at): Property => [
      'email',
      { type: 'work', ...(isFour && at === 0 ? { pref: '1' } : {}) },
      'text',
      mail,
    ]),
    ...card.phones.map((phone): Property => ['tel', phoneType, isFour ? 'text' : 'phone-number', phone]),
    ...(address
      ? [
          [
            'adr',
            { type: 'work' },
            'text',
            ['', '', address.street, address.city, '', address.postalCode, 'Deutschland'],
          ] satisfies Property,
        ]
      : []),
    ...(website ? [['url', {}, 'uri', website] satisfies Property] : []),
    ...(categories.length > 0 ? [['categories', {}, 'text', ...categories] satisfies Property] : []),
  ];
}

/** Version 3 knows no groups; address books of Apple and of others agreed on two words of their own. */
function groupOf({ name, members }: GroupCard, version: VcardVersion): Property[] {
  const isFour = version === '4';
  return [
    ['fn', {}, 'text', name],
    ['n', {}, 'text', [name, '', '', '', '']],
    isFour ? ['kind', {}, 'text', 'group'] : ['x-addressbookserver-kind', {}, 'unknown', 'group'],
    ...members.map((id): Property =>
      isFour
        ? ['member', {}, 'uri', `urn:uuid:${id}`]
        : ['x-addressbookserver-member', {}, 'unknown', `urn:uuid:${id}`],
    ),
  ];
}
