import {
  divider,
  type DocumentContent,
  documentOf,
  heading,
  link,
  list,
  note,
  paragraph,
  paragraphs,
  plainText,
  type Run,
} from '../documents';
import { withoutEnd } from '../text';

export interface MessageFacts {
  subject: string;
  /** As somebody typed it: blank lines divide paragraphs, addresses of the web become links. */
  text: string;
  /** Files behind links; those attached to the mail are not named. */
  linked: readonly { title: string; note: string; href: string }[];
  /** Page on which the reader refuses such mails, and what they are called; absent on a page of the office. */
  optOut?: { href: string; kind: string };
}

const ADDRESS = /https?:\/\/[^\s<>"]+/g;
/** A sentence ends behind an address, not within it. */
const END_OF_SENTENCE = '.,;:!?)]';

/**
 * A Nachricht as everybody reads it: in the mail, in the archive and in the preview.
 * @param greeting how it begins; without one it begins with the text
 */
export function messageDocument(facts: MessageFacts, greeting?: string): DocumentContent {
  return documentOf(facts.subject, [
    greeting !== undefined && paragraph(`${greeting},`),
    ...paragraphs(facts.text).map(({ runs }) => paragraph(...linkedRuns(plainText(runs)))),
    facts.linked.length > 0 && heading('Unterlagen'),
    facts.linked.length > 0 &&
      list(facts.linked.map(({ title, note: words, href }) => [link(title, href), ` (${words})`])),
    facts.optOut && divider(),
    facts.optOut &&
      note(
        `Keine Mails der Art „${facts.optOut.kind}“ mehr? `,
        link('Abbestellen oder auswählen, was Sie bekommen', facts.optOut.href),
      ),
  ]);
}

/** The text with what is an address of the web as a link. */
function linkedRuns(text: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const href = withoutEnd(found[0], END_OF_SENTENCE);
    runs.push(plain(text.slice(from, found.index)), link(href, href));
    from = found.index + href.length;
  }
  return [...runs, plain(text.slice(from))].filter(({ text: words }) => words !== '');
}

function plain(text: string): Run {
  return { kind: 'plain', text };
}
