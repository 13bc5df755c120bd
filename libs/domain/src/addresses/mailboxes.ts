import { folded } from '../text';

/** What mailboxes of houses begin with, folded. */
const MAILBOXES = new Set(
  `info information informationen kontakt contact team office buero sekretariat sekretaerin vorzimmer verwaltung zentrale
  empfang anmeldung post poststelle posteingang mail email mailbox service kundenservice support hilfe helpdesk hotline
  hallo hello willkommen beratung beratungsstelle geschaeftsstelle geschaeftsfuehrung leitung vorstand verein
  redaktion presse pressestelle newsletter oeffentlichkeitsarbeit webmaster admin administrator hostmaster postmaster
  noreply donotreply nichtantworten datenschutz dsb bewerbung bewerbungen personal personalabteilung karriere jobs
  rechnung rechnungen buchhaltung einkauf vergabe bestellung termin termine veranstaltungen koordination netzwerk
  netzwerke netzwerkstelle sozialplanung jugendhilfeplanung sozialamt jugendamt gesundheitsamt ordnungsamt bauamt
  jobcenter landkreis landratsamt rathaus stadt stadtverwaltung gemeinde gemeindeverwaltung buergerservice
  buergerbuero kita schule grundschule sekundarschule gymnasium klinik praxis pflegedienst tagespflege verteiler
  liste mitglieder kanzlei pfarramt kirchenbuero`.split(/\s+/),
);

/**
 * Whether an address is a mailbox of a house rather than of somebody: "info@", "team-nord@", "no-reply@",
 * "Kita.Sonnenschein@". Such a mailbox is never taken for a person.
 */
export function isSharedMailbox(mail: string): boolean {
  const local = folded(mail.slice(0, Math.max(mail.indexOf('@'), 0)));
  const [first = ''] = local.split(/[^a-z]+/).filter(Boolean);
  return MAILBOXES.has(first) || MAILBOXES.has(local.replace(/[^a-z]/g, ''));
}

/** Domains at which everybody can have a mailbox; they say nothing about a house. */
export const everybodysDomains: readonly string[] = [
  'gmx.de',
  'gmx.net',
  'web.de',
  't-online.de',
  'gmail.com',
  'outlook.com',
  'outlook.de',
  'freenet.de',
  'icloud.com',
  'posteo.de',
  'mailbox.org',
  'hotmail.com',
  'hotmail.de',
  'yahoo.de',
  'yahoo.com',
];

export function isEverybodysMailbox(mail: string): boolean {
  return everybodysDomains.includes(mail.slice(mail.indexOf('@') + 1).toLowerCase());
}
