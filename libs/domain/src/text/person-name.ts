/** Parts of a name, as a letter needs them. */
export interface NameParts {
  salutation: string;
  title: string;
  givenName: string;
  familyName: string;
}

/** "Dr. Anna Berg" as it stands in lists and mails. */
export function fullName(name: Pick<NameParts, 'title' | 'givenName' | 'familyName'>): string {
  return [name.title, name.givenName, name.familyName].filter(Boolean).join(' ');
}

/** How a letter begins. Without a salutation the full name is used, which suits everybody. */
export function greeting(name: NameParts): string {
  if (name.salutation === 'Frau' || name.salutation === 'Herr') {
    return `Guten Tag, ${[name.salutation, name.title, name.familyName].filter(Boolean).join(' ')}`;
  }
  const full = fullName(name);
  return full ? `Guten Tag, ${full}` : 'Guten Tag';
}

/**
 * The same where there may be no person: for a name somebody typed, and for the mailbox of a house or a bare address,
 * which are nobody's name.
 */
export function greetingTo(addressed: { person: NameParts | null; name: string; mailbox: boolean }): string {
  if (addressed.person) return greeting(addressed.person);
  const name = addressed.name.trim();
  return addressed.mailbox || name === '' || name.includes('@') ? 'Guten Tag' : `Guten Tag, ${name}`;
}
