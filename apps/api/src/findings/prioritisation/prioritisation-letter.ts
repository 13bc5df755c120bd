import {
  button,
  documentOf,
  type DocumentContent,
  heading,
  list,
  note,
  paragraph,
  paragraphs,
  signed,
  strong,
} from '@runder-tisch/domain/documents';
import { mostAtOne, pointsInWords, type PointsRule } from '@runder-tisch/domain/findings/prioritisation';
import { formatDate, formatLongDate } from '@runder-tisch/domain/time';

export interface PrioritisationLetterFacts extends PointsRule {
  /** "Guten Tag, Frau Berg" */
  hello: string;
  question: string;
  explanation: string;
  options: readonly string[];
  closesAt: Date;
  senderName: string;
}

interface Letter {
  subject: string;
  preview: string;
  content: DocumentContent;
}

/** Asks one person for their points. */
export function pointsLetter(letter: PrioritisationLetterFacts & { url: string }): Letter {
  const { pointsPerPerson } = letter;
  const most = mostAtOne(letter);
  const spread =
    most < pointsPerPerson ? `, höchstens ${most} davon auf eine Zeile` : ', auch alle auf eine Zeile';
  return {
    subject: `Ihre Punkte: ${letter.question}`,
    preview: `${pointsInWords(pointsPerPerson)} · bis ${formatDate(letter.closesAt)}`,
    content: documentOf(letter.question, [
      paragraph(`${letter.hello},`),
      paragraph(
        `wir fragen Sie: `,
        strong(letter.question),
        ` Sie haben ${pointsInWords(pointsPerPerson)} und verteilen sie, wie Sie möchten${spread}.`,
      ),
      ...paragraphs(letter.explanation),
      heading('Zur Wahl stehen'),
      list(letter.options),
      button('Punkte vergeben', letter.url),
      paragraph(
        'Das geht bis ',
        strong(formatLongDate(letter.closesAt)),
        '. Bis dahin können Sie Ihre Punkte ändern.',
      ),
      note(
        'Ihre Punkte sind geheim: Wir speichern nicht, zu wem welcher Knopf gehört. Deshalb können wir einen verlorenen Knopf auch nicht ersetzen. Bitte heben Sie diese Mail auf und leiten Sie sie nicht weiter.',
      ),
      ...signed(letter.senderName),
    ]),
  };
}

/** Goes to everybody: who has given points already is known to nobody. It carries no link, because nobody knows whose it would be. */
export function pointsReminder(letter: PrioritisationLetterFacts & { sentAt: Date }): Letter {
  return {
    subject: `Erinnerung: ${letter.question}`,
    preview: `noch bis ${formatDate(letter.closesAt)}`,
    content: documentOf(letter.question, [
      paragraph(`${letter.hello},`),
      paragraph(
        'bis ',
        strong(formatLongDate(letter.closesAt)),
        ` können Sie noch Punkte vergeben: ${letter.question}`,
      ),
      paragraph(
        `Ihr persönlicher Knopf steht in unserer Mail „Ihre Punkte: ${letter.question}“ vom ${formatDate(letter.sentAt)}.`,
      ),
      note(
        'Haben Sie schon Punkte vergeben? Dann danke, und Sie müssen nichts weiter tun. Diese Erinnerung geht an alle, denn wer schon dabei war, wissen auch wir nicht.',
      ),
      ...signed(letter.senderName),
    ]),
  };
}

/** Whoever was asked needs not answer any more. */
export function pointsCancelled(letter: PrioritisationLetterFacts & { reason: string }): Letter {
  return {
    subject: `Abgebrochen: ${letter.question}`,
    preview: '',
    content: documentOf(letter.question, [
      paragraph(`${letter.hello},`),
      paragraph(
        strong('unsere Punktabfrage ist abgebrochen.'),
        ` Sie müssen keine Punkte mehr vergeben: ${letter.question}`,
      ),
      ...paragraphs(letter.reason),
      ...signed(letter.senderName),
    ]),
  };
}
