interface Name {
  salutation: string;
  title: string;
  givenName: string;
  familyName: string;
}

/** "Dr. Anna Berg" as it stands in lists and mails. */
export function fullName(name: Pick<Name, 'title' | 'givenName' | 'familyName'>): string {
  return [name.title, name.givenName, name.familyName].filter(Boolean).join(' ');
}

/** How a letter begins. Without a salutation the full name is used, which suits everybody. */
export function greeting(name: Name): string {
  if (name.salutation === 'Frau' || name.salutation === 'Herr') {
    return `Guten Tag, ${[name.salutation, name.title, name.familyName].filter(Boolean).join(' ')}`;
  }
  return `Guten Tag, ${fullName(name)}`;
}
