// The package has no types, and every project that compiles this file must find ours.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./punycode.d.ts" />
import punycode from 'punycode.js';
import { visible } from '../text';

const LOCAL_MOST = 64;
const DOMAIN_MOST = 253;

/** The letters of a domain, with the full stops of Chinese and Japanese keyboards; anything else is no name of a host. */
const DOMAIN = /^[\p{L}\p{N}\p{M}.\-_。．｡]+$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u;
const LOCAL = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~.-]+$/u;

/**
 * A mail address as it is kept: without invisible signs and blanks around it, its domain in small letters and as one
 * reads it ("xn--mller-kva.de" is "müller.de"). The part before the @ stays as written.
 */
export function mailAddress(written: string): string {
  const mail = visible(written).trim();
  const at = mail.lastIndexOf('@');
  return at < 0 ? mail : `${mail.slice(0, at)}@${domainOf(mail.slice(at + 1))}`;
}

/** Addresses are compared so everywhere: two spellings of one mailbox must not become two people. */
export function normaliseMail(mail: string): string {
  return mailAddress(mail).toLowerCase();
}

/**
 * Whether a mail can go to it: RFC 5322's dot-atom with letters of all languages (RFC 6531) and a domain with a dot.
 * Quoted parts before the @ and numbers for a domain are left out, nobody who is written to has them.
 */
export function isMailAddress(mail: string): boolean {
  const at = mail.lastIndexOf('@');
  const [local, domain] = [mail.slice(0, Math.max(at, 0)), mail.slice(at + 1)];
  if (local === '' || local.length > LOCAL_MOST || domain.length > DOMAIN_MOST) return false;
  if (!LOCAL.test(local) || local.startsWith('.') || local.endsWith('.') || local.includes('..'))
    return false;
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  return (
    labels.length > 1 && labels.every((label) => LABEL.test(label)) && last.length > 1 && !/^\d+$/.test(last)
  );
}

/** One form of an internationalised domain (UTS 46); one that is none stays as it is. */
function domainOf(written: string): string {
  const lower = written.normalize('NFC').toLowerCase();
  const international = lower.includes('xn--') || /[^\0-\x7F]/.test(lower);
  if (!international || lower.length > DOMAIN_MOST || !DOMAIN.test(lower)) return lower;
  try {
    const host = hostOf(lower);
    const readable = punycode.toUnicode(host).normalize('NFC');
    return hostOf(readable) === host ? readable : lower;
  } catch {
    return lower;
  }
}

function hostOf(domain: string): string {
  return new URL(`http://${domain}`).hostname;
}
