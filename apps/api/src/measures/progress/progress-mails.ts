import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { button, documentOf, link, list, paragraph, paragraphs } from '@runder-tisch/domain/documents';
import { counted, greetingTo } from '@runder-tisch/domain/text';
import { formatDate } from '@runder-tisch/domain/time';
import { MailLinks } from '../../access/mail-links';
import type { Viewer } from '../../access/viewer';
import { written } from '../../accounts/sign-in/sign-in-mails';
import { Clock } from '../../clock';
import { newId } from '../../database/new-id';
import { Outbox } from '../../outbox/outbox';
import type { OutgoingMail } from '../../outbox/outgoing-mail';
import { Settings } from '../../settings/settings';
import { PROGRESS_LINK } from '../measures.service';
import type { ProgressRecipient } from './progress-recipients';

const LINK_DAYS = 180;

export interface AskedMeasure {
  id: string;
  number: string;
  title: string;
  dueOn: string;
  message: string;
}

interface Addressed {
  recipient: ProgressRecipient;
  measures: AskedMeasure[];
}

/** One mail to each person, however many measures they are asked about, with a link of its own for each measure. */
@Injectable()
export class ProgressMails {
  constructor(
    private readonly outbox: Outbox,
    private readonly links: MailLinks,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Answers how many mails go out. */
  async send(
    tx: EntityManager,
    viewer: Viewer,
    kind: 'ask' | 'remind',
    measures: readonly AskedMeasure[],
    recipients: readonly ProgressRecipient[],
  ): Promise<number> {
    const frame = await this.settings.mailFrame(tx, {
      why: 'Sie erhalten diese Mail, weil Sie für eine Maßnahme der Sozialplanung zuständig sind.',
      sender: viewer.displayName,
    });
    const batchId = newId();
    const mails: OutgoingMail[] = [];
    for (const { recipient, measures: asked } of byAddress(measures, recipients)) {
      const linked = [];
      for (const measure of asked)
        linked.push({ ...measure, url: await this.url(tx, measure.id, recipient.personId) });
      const [first] = linked;
      if (!first) continue;
      const subject = subjectOf(kind, asked);
      const letter = documentOf(subject, [
        paragraph(
          `${greetingTo({ person: recipient.person, name: recipient.name, mailbox: recipient.personId === null })},`,
        ),
        paragraph(
          kind === 'ask'
            ? `wie steht es? Bitte sagen Sie uns bis zum ${formatDate(first.dueOn)} kurz, wie es vorangeht. Zwei Angaben genügen, ein Konto brauchen Sie nicht.`
            : `wir hatten bis zum ${formatDate(first.dueOn)} um einen Sachstand gebeten und noch nichts gehört. Zwei Angaben genügen, ein Konto brauchen Sie nicht.`,
        ),
        ...paragraphs(first.message),
        ...(linked.length === 1
          ? [paragraph(`${first.number} ${first.title}`), button('Sachstand angeben', first.url)]
          : [list(linked.map((it) => [link(`${it.number} ${it.title}`, it.url)]))]),
      ]);
      mails.push({
        ...written(subject, letter, frame),
        batchId,
        to: { name: recipient.name, address: recipient.address },
        purpose: kind === 'ask' ? 'measure-progress' : 'measure-progress-reminder',
        objectKind: 'measure',
        objectId: first.id,
        orderKey: `measure-progress:${first.id}`,
        personId: recipient.personId,
        accountId: viewer.accountId,
      });
    }
    await this.outbox.enqueueAll(tx, mails);
    return mails.length;
  }

  private async url(tx: EntityManager, measureId: string, personId: string | null): Promise<string> {
    const expiresAt = new Date(this.clock.now().getTime() + LINK_DAYS * 86_400_000);
    const token = await this.links.create(tx, {
      purpose: PROGRESS_LINK,
      personId,
      objectKind: 'measure',
      objectId: measureId,
      expiresAt,
    });
    return this.links.url(`/sachstand/${token}`);
  }
}

function byAddress(
  measures: readonly AskedMeasure[],
  recipients: readonly ProgressRecipient[],
): Iterable<Addressed> {
  const found = new Map<string, Addressed>();
  for (const recipient of recipients) {
    const measure = measures.find(({ id }) => id === recipient.measureId);
    if (!measure) continue;
    const key = recipient.address.toLowerCase();
    const known = found.get(key) ?? { recipient, measures: [] };
    known.measures.push(measure);
    found.set(key, known);
  }
  return found.values();
}

function subjectOf(kind: 'ask' | 'remind', measures: readonly AskedMeasure[]): string {
  const about =
    measures.length === 1 ? (measures[0]?.title ?? '') : counted(measures.length, 'Maßnahme', 'Maßnahmen');
  return kind === 'ask' ? `Wie steht es? ${about}` : `Erinnerung: Wie steht es? ${about}`;
}
