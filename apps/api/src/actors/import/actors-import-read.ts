import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { actorLimits, organisationTypeLabels, type OrganisationType } from '@runder-tisch/domain/actors';
import { SaveOrganisation, SavePerson } from '@runder-tisch/domain/actors/actors-requests';
import {
  isNoName,
  isPlaceholder,
  readAddresses,
  readNamePart,
  readPersonName,
  readSalutation,
} from '@runder-tisch/domain/addresses';
import { headingKey } from '@runder-tisch/domain/imports';
import { constraintSays } from '@runder-tisch/domain/validation';
import type { ImportRecord, Lookups, ReadEntry } from '../../imports/import-target';

const LEFT_OUT = 'Dieser Wert wird nicht übernommen.';

type Values = Readonly<Record<string, string>>;

const types = new Map<string, OrganisationType>(
  (Object.entries(organisationTypeLabels) as [OrganisationType, string][]).flatMap(([type, label]) =>
    [label, type, ...label.split('/')].map((words): [string, OrganisationType] => [headingKey(words), type]),
  ),
);
for (const [words, type] of [
  ['Verein', 'INITIATIVE'],
  ['Amt', 'PUBLIC_AUTHORITY'],
  ['Kommune', 'MUNICIPALITY'],
  ['Stadt', 'MUNICIPALITY'],
  ['Krankenhaus', 'HEALTH'],
  ['Unternehmen', 'BUSINESS'],
  ['Freie Träger', 'FREE_PROVIDER'],
] as const)
  types.set(headingKey(words), type);

/** The organisation a row speaks of, checked by the rules of its form. */
export function readOrganisation(values: Values, lookups: Lookups): ReadEntry | null {
  const given = (key: string): string => (values[`organisation.${key}`] ?? '').trim();
  const { mail, problems: mailProblems } = readMail('organisation.functionMailbox', given('functionMailbox'));
  const { phone, problems: phoneProblems } = readPhone('organisation.phone', given('phone'));
  const facts = {
    name: oneLine(given('name')),
    shortName: oneLine(given('shortName')),
    functionMailbox: mail,
    phone,
    website: websiteOf(given('website')),
    street: oneLine(given('street')),
    postalCode: postalCodeOf(given('postalCode')),
    city: oneLine(given('city')),
    note: given('note'),
  };
  if (Object.values(facts).every((value) => value === '')) return null;
  if (facts.name === '')
    return nameless('organisation.name', 'Ohne Namen wird die Organisation nicht übernommen.');
  const { valid, problems } = checked(SaveOrganisation, facts, 'organisation');
  problems.push(...mailProblems, ...phoneProblems);
  const record: ImportRecord = mapped(valid, organisationColumns);
  const type = types.get(headingKey(given('type')));
  if (type) record['type'] = type;
  else if (given('type') !== '')
    problems.push({
      field: 'organisation.type',
      says: 'Diese Art kennen wir nicht. Neue Organisationen gelten als Freier Träger.',
    });
  const municipality = lookups['municipality']?.get(headingKey(given('municipality')));
  if (municipality) record['municipality_id'] = municipality;
  else if (given('municipality') !== '')
    problems.push({ field: 'organisation.municipality', says: 'Diese Gemeinde steht nicht in der Liste.' });
  return {
    name: facts.name,
    detail: [valid['city'], valid['functionMailbox']].filter(Boolean).join(' · '),
    record: valid['name'] ? record : null,
    comparable: {
      name: facts.name,
      mail: valid['functionMailbox'] ?? '',
      website: valid['website'] ?? '',
      address: [valid['street'], valid['postalCode'], valid['city']].filter(Boolean).join(' '),
    },
    problems,
  };
}

/** The person a row speaks of, and for whom they speak. */
export function readPerson(values: Values): ReadEntry | null {
  const given = (key: string): string => (values[`person.${key}`] ?? '').trim();
  const organisation = oneLine(values['organisation.name'] ?? '');
  const { whole, first, last, role, roles } = namesIn(values);
  const addressed = readSalutation(given('salutation'));
  const { mail, problems: mailProblems } = readMail('person.mail', given('mail'));
  const { phone, problems: phoneProblems } = readPhone('person.phone', given('phone'));
  const givenName = first.name || whole.givenName;
  const facts = {
    salutation: addressed.salutation || last.salutation || first.salutation || whole.salutation,
    title: oneLine(given('title')) || addressed.title || last.title || first.title || whole.title,
    givenName: isPlaceholder(givenName) ? '' : givenName,
    familyName: last.name || whole.familyName,
    mail,
    phone,
    note: given('note'),
  };
  const besides = [
    ...notTaken('person.salutation', addressed.beside),
    ...notTaken('person.givenName', first.beside),
    ...notTaken('person.familyName', last.beside),
    ...notTaken('person.fullName', whole.beside),
  ];
  const inBrackets = roles.filter((it) => it.field !== 'person.function');
  const says = [facts.title, facts.givenName, facts.familyName, mail, phone, facts.note].some(Boolean);
  if (!says && besides.length === 0 && inBrackets.length === 0) return null;
  const field =
    given('familyName') === '' && given('fullName') !== '' ? 'person.fullName' : 'person.familyName';
  const left = [...besides, ...inBrackets.flatMap((it) => notTaken(it.field, it.role))];
  if (facts.familyName === '')
    return nameless(field, 'Ohne Nachnamen wird die Person nicht übernommen.', left);
  if (isPlaceholder(facts.familyName) || isNoName(`${facts.givenName} ${facts.familyName}`))
    return nameless(field, 'Das ist kein Name. Die Person wird nicht übernommen.', left);
  const { valid, problems } = checked(SavePerson, facts, 'person');
  // A function is one for somebody: without an organisation there is nothing it could stand beside.
  const spare = organisation === '' ? inBrackets : inBrackets.filter((it) => it.role !== role);
  problems.push(
    ...mailProblems,
    ...phoneProblems,
    ...besides,
    ...notTaken('person.givenName', facts.givenName === '' ? givenName.replace(/^[^\p{L}]+$/u, '') : ''),
    ...spare.flatMap((it) => notTaken(it.field, it.role)),
  );
  const name = [facts.title, facts.givenName, facts.familyName].filter(Boolean).join(' ');
  return {
    name,
    detail: [valid['mail'], role, organisation].filter(Boolean).join(' · '),
    record: valid['familyName'] ? mapped(valid, personColumns) : null,
    comparable: {
      name: [facts.givenName, facts.familyName].filter(Boolean).join(' '),
      mail: valid['mail'] ?? '',
      organisations: organisation === '' ? [] : [organisation],
    },
    problems,
  };
}

/** As what the person of a row speaks: what its own column says, otherwise what stands in brackets beside the name. */
export function readFunction(values: Values): string {
  return namesIn(values).role.slice(0, actorLimits.function);
}

function namesIn(values: Values) {
  const given = (key: string): string => (values[`person.${key}`] ?? '').trim();
  const whole = readPersonName(given('fullName'));
  const first = readNamePart(given('givenName'), true);
  const last = readNamePart(given('familyName'), false);
  const roles = [
    { field: 'person.function', role: oneLine(given('function')) },
    { field: 'person.fullName', role: whole.role },
    { field: 'person.familyName', role: last.role },
    { field: 'person.givenName', role: first.role },
  ].filter((it) => it.role !== '');
  return { whole, first, last, roles, role: roles[0]?.role ?? '' };
}

const organisationColumns: Readonly<Record<string, string>> = {
  name: 'name',
  shortName: 'short_name',
  functionMailbox: 'function_mailbox',
  phone: 'phone',
  website: 'website',
  street: 'street',
  postalCode: 'postal_code',
  city: 'city',
  note: 'note',
};

const personColumns: Readonly<Record<string, string>> = {
  salutation: 'salutation',
  title: 'title',
  givenName: 'given_name',
  familyName: 'family_name',
  mail: 'mail',
  phone: 'phone',
  note: 'note',
};

function nameless(field: string, says: string, others: ReadEntry['problems'] = []): ReadEntry {
  return {
    name: '',
    detail: '',
    record: null,
    comparable: { name: '' },
    problems: [{ field, says }, ...others],
  };
}

/** Holds the facts against the rules of the form; a value that breaks one is left out and pointed out. */
function checked(
  Request: new () => object,
  facts: Readonly<Record<string, string>>,
  part: string,
): { valid: Record<string, string>; problems: ReadEntry['problems'] } {
  const valid: Record<string, string> = { ...facts };
  const problems: ReadEntry['problems'] = [];
  for (const { property, constraints } of validateSync(plainToInstance(Request, facts))) {
    if (!(property in facts)) continue;
    const [code = '', detail = ''] = Object.entries(constraints ?? {})[0] ?? [];
    const says = /^[A-ZÄÖÜ].*[.!?]$/.test(detail) ? detail : constraintSays(code, limitsIn(detail));
    problems.push({ field: `${part}.${property}`, says: `${says} ${LEFT_OUT}` });
    delete valid[property];
  }
  return { valid, problems };
}

/** What stood in a cell and is no part of what was asked for. */
function notTaken(field: string, beside: string): ReadEntry['problems'] {
  return beside === '' ? [] : [{ field, says: `„${beside}“ wird nicht übernommen.` }];
}

function limitsIn(detail: string): number[] {
  return detail.match(/\d+/g)?.map(Number) ?? [];
}

function mapped(
  valid: Readonly<Record<string, string>>,
  columns: Readonly<Record<string, string>>,
): ImportRecord {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([property, column]) => {
      const value = valid[property];
      return value ? [[column, value]] : [];
    }),
  );
}

function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}

/** The first address of a cell; further ones are pointed out, and a cell without any stays for the rules of the form. */
function readMail(field: string, cell: string): { mail: string; problems: ReadEntry['problems'] } {
  const { addresses, unreadable } = readAddresses(cell);
  const [first, ...others] = addresses.map((it) => it.mail);
  if (first === undefined) return { mail: oneLine(cell), problems: [] };
  const left = [...others, ...unreadable];
  const says = `In der Zelle steht mehr als eine Mailadresse. Übernommen wird ${first}, nicht ${left.join(', ')}.`;
  return { mail: first, problems: left.length > 0 ? [{ field, says }] : [] };
}

/**
 * A number as it is dialled. Excel takes it for an amount: it drops the zero at the beginning and rounds long ones to
 * "1,72E+11", whose last digits are gone for good.
 */
function readPhone(field: string, cell: string): { phone: string; problems: ReadEntry['problems'] } {
  const phone = oneLine(cell.split(/[\r\n]+/).join(' / '));
  if (/^\d[.,]\d+ ?E ?\+?\d{1,2}$/i.test(phone))
    return {
      phone: '',
      problems: [
        {
          field,
          says: 'Excel hat die Nummer gerundet, die letzten Ziffern fehlen. Sie wird nicht übernommen.',
        },
      ],
    };
  if (!/^[1-9]\d{8,}$/.test(phone)) return { phone, problems: [] };
  const says =
    'Hier fehlt vermutlich die Null oder das Plus am Anfang. Die Nummer wird so übernommen, wie sie dasteht.';
  return { phone, problems: [{ field, says }] };
}

function websiteOf(value: string): string {
  return value === '' || /^[a-z]+:/i.test(value) ? value : `https://${value}`;
}

/** Excel takes "06366" for a number and drops the zero. */
function postalCodeOf(value: string): string {
  const digits = value.replace(/^D-?\s*/i, '').trim();
  return /^\d{4}$/.test(digits) ? `0${digits}` : digits;
}
