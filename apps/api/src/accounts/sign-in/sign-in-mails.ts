import { type Role, roleLabels } from '@runder-tisch/domain/accounts';
import { button, documentOf, note, paragraph, signed, strong } from '@runder-tisch/domain/documents';
import { asMailHtml } from '../../documents/as-mail-html';
import { asText } from '../../documents/as-text';
import { type MailFrame, mailFooterLines } from '../../documents/mail-frame';

export interface SignInMailFacts {
  greeting: string;
  url: string;
}

export interface WrittenMail {
  subject: string;
  text: string;
  html: string;
}

const HOW_LONG =
  'Der Link gilt 24 Stunden und einmal. Ist er abgelaufen, schickt Ihnen dieselbe Seite einen neuen.';

/** Asked for at the door, or started by the administration. */
export function signInMail(facts: SignInMailFacts, frame: MailFrame): WrittenMail {
  const content = documentOf('Ihr Link zum Anmelden', [
    paragraph(`${facts.greeting},`),
    paragraph('mit diesem Link melden Sie sich am Runden Tisch an. Sie brauchen dafür kein Passwort.'),
    button('Jetzt anmelden', facts.url),
    paragraph(HOW_LONG),
    note(
      'Sie wollten sich nicht anmelden? Dann löschen Sie diese Mail einfach. Ohne den Link kommt niemand hinein.',
    ),
  ]);
  return written('Ihr Link zum Anmelden', content, { ...frame, preview: 'Er gilt 24 Stunden und einmal.' });
}

/** Somebody got an account. */
export function invitationMail(
  facts: SignInMailFacts & { roles: readonly Role[]; invitedBy: string },
  frame: MailFrame,
): WrittenMail {
  const roles = facts.roles.map((role) => roleLabels[role]).join(', ');
  const content = documentOf('Ihr Zugang zum Runden Tisch', [
    paragraph(`${facts.greeting},`),
    paragraph(
      `${facts.invitedBy} hat für Sie einen Zugang zum Runden Tisch eingerichtet: ${frame.countyName} plant damit Termine, Netzwerke und Beteiligung. Sie arbeiten dort als `,
      strong(roles),
      '.',
    ),
    button('Zugang öffnen', facts.url),
    paragraph(HOW_LONG),
  ]);
  return written('Ihr Zugang zum Runden Tisch', content, {
    ...frame,
    preview: 'Ein Klick genügt, ein Passwort brauchen Sie nicht.',
  });
}

/** The registration was checked: from now on the organisation enters its offers itself. */
export function welcomeMail(
  facts: SignInMailFacts & { organisation: string; approvedBy: string },
  frame: MailFrame,
): WrittenMail {
  const content = documentOf('Willkommen am Runden Tisch', [
    paragraph(`${facts.greeting},`),
    paragraph(
      `${facts.approvedBy} hat Ihre Anmeldung für `,
      strong(facts.organisation),
      ' geprüft und bestätigt. Sie können jetzt Ihre Angebote eintragen, Einladungen beantworten und Hinweise geben.',
    ),
    button('Jetzt anmelden', facts.url),
    paragraph(HOW_LONG),
  ]);
  return written('Ihre Anmeldung ist bestätigt', content, {
    ...frame,
    preview: 'Ein Klick genügt, ein Passwort brauchen Sie nicht.',
  });
}

/** With the signature below: who sends it, else the county. */
export function written(
  subject: string,
  letter: ReturnType<typeof documentOf>,
  frame: MailFrame,
): WrittenMail {
  const content = { ...letter, blocks: [...letter.blocks, ...signed(frame.sender ?? frame.countyName)] };
  return {
    subject,
    text: asText(content, { publicUrl: frame.publicUrl, footer: mailFooterLines(frame) }),
    html: asMailHtml(content, frame),
  };
}
