import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type DataRequestMailView,
  type ExpectedColumn,
  interfaceFormLabels,
} from '@runder-tisch/domain/data-requests';
import type { InterfaceForm } from '@runder-tisch/domain/data-requests';
import {
  button,
  documentOf,
  type DocumentContent,
  facts,
  list,
  paragraph,
  paragraphs,
} from '@runder-tisch/domain/documents';
import { recallSeconds } from '@runder-tisch/domain/outbox';
import { greetingTo } from '@runder-tisch/domain/text';
import { formatDate } from '@runder-tisch/domain/time';
import { isSharedMailbox } from '@runder-tisch/domain/addresses';
import { MailLinks } from '../access/mail-links';
import type { Viewer } from '../access/viewer';
import { written } from '../accounts/sign-in/sign-in-mails';
import { Clock } from '../clock';
import { newId } from '../database/new-id';
import { oneIn } from '../database/rows';
import { Outbox } from '../outbox/outbox';
import { Settings } from '../settings/settings';
import type { Recipient } from './data-requests.repository';

export const DELIVERY_LINK = 'data-delivery';
/** Counted from the day it is due, however far ahead that is. */
const LINK_DAYS = 180;

export type RequestMail = 'request' | 'reminder' | 'return';

interface Told {
  number: string;
  what: string;
  period: string;
  dueOn: string;
  message: string;
  form: InterfaceForm;
  basis: string;
  columns: ExpectedColumn[];
}

/** Mails to those who deliver; each address gets a link of its own, and nobody sees the others. */
@Injectable()
export class DataRequestMails {
  constructor(
    private readonly outbox: Outbox,
    private readonly links: MailLinks,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Answers the batch by which the mails can be taken back. */
  async send(
    tx: EntityManager,
    viewer: Viewer,
    kind: RequestMail,
    id: string,
    recipients: readonly Recipient[],
    reason = '',
  ): Promise<string> {
    const told = await this.told(tx, id);
    const frame = await this.settings.mailFrame(tx, {
      why: 'Sie erhalten diese Mail, weil die Sozialplanung Sie um zusammengefasste Daten bittet.',
      sender: viewer.displayName,
    });
    const now = this.clock.now();
    const tokens = await this.links.createAll(
      tx,
      recipients.map(() => ({
        purpose: DELIVERY_LINK,
        objectKind: 'data-request',
        objectId: id,
        expiresAt: new Date(Math.max(now.getTime(), Date.parse(told.dueOn)) + LINK_DAYS * 86_400_000),
      })),
    );
    const batchId = newId();
    await this.outbox.enqueueAll(
      tx,
      recipients.map(({ name, mail }, index) => ({
        ...written(
          subjectOf(kind, told),
          letterOf(kind, told, { name, mail }, reason, this.links.url(`/datenlieferung/${tokens[index]}`)),
          frame,
        ),
        batchId,
        to: { name, address: mail },
        purpose: `data-request-${kind}`,
        objectKind: 'data-request',
        objectId: id,
        orderKey: `data-request:${id}`,
        accountId: viewer.accountId,
        ...(kind === 'request' ? { notBefore: new Date(now.getTime() + recallSeconds * 1000) } : {}),
      })),
    );
    return batchId;
  }

  async preview(
    tx: EntityManager,
    kind: RequestMail,
    id: string,
    recipients: readonly Recipient[],
  ): Promise<DataRequestMailView> {
    const told = await this.told(tx, id);
    const { senderName, senderAddress } = await this.settings.current(tx);
    const first = recipients[0] ?? { name: '', mail: '' };
    const { blocks } = letterOf(kind, told, first, '', this.links.url('/datenlieferung/vorschau'));
    return {
      from: senderAddress ? `${senderName} <${senderAddress}>` : senderName,
      to: [...recipients],
      subject: subjectOf(kind, told),
      blocks: [...blocks],
    };
  }

  private async told(tx: EntityManager, id: string): Promise<Told> {
    const told = await oneIn<Told>(
      tx,
      sql`select it.number, it.what, it.period, it.due_on::text as "dueOn", it.message, agreement.form, agreement.basis, agreement.columns
          from data_request it join interface_agreement agreement on agreement.id = it.agreement_id where it.id = ${id}`,
    );
    if (!told) throw new Error('A mail about a request that is not there.');
    return told;
  }
}

function subjectOf(kind: RequestMail, { what, dueOn, number }: Told): string {
  const day = formatDate(dueOn);
  if (kind === 'request') return `Bitte um Daten bis ${day}: ${what} (${number})`;
  if (kind === 'reminder') return `Erinnerung: Daten bis ${day}: ${what} (${number})`;
  return `Nachforderung bis ${day}: ${what} (${number})`;
}

const openings: Record<RequestMail, (told: Told) => string> = {
  request: () => 'für die Sozialplanung bitten wir Sie um diese Daten:',
  reminder: ({ dueOn }) =>
    `bis zum ${formatDate(dueOn)} hatten wir um Daten gebeten und noch nichts erhalten. Vielleicht ist die Mail untergegangen:`,
  return: () =>
    'vielen Dank für Ihre Lieferung. Beim Prüfen ist uns etwas aufgefallen; bitte liefern Sie noch einmal.',
};

function letterOf(
  kind: RequestMail,
  told: Told,
  { name, mail }: Recipient,
  reason: string,
  url: string,
): DocumentContent {
  return documentOf(subjectOf(kind, told), [
    paragraph(`${greetingTo({ person: null, name, mailbox: isSharedMailbox(mail) })},`),
    paragraph(openings[kind](told)),
    ...(kind === 'return' ? paragraphs(reason) : []),
    facts([
      ['Was', told.what],
      ['Zeitraum', told.period],
      ['Bis', formatDate(told.dueOn)],
      ['Form', interfaceFormLabels[told.form]],
      ['Grundlage', told.basis],
      ['Nummer', told.number],
    ]),
    ...(kind === 'request' ? paragraphs(told.message) : []),
    told.columns.length > 0 && kind !== 'reminder' && paragraph('Wir erwarten diese Spalten:'),
    told.columns.length > 0 &&
      kind !== 'reminder' &&
      list(
        told.columns.map((column) => (column.meaning ? `${column.name}: ${column.meaning}` : column.name)),
      ),
    button('Daten liefern', url),
    paragraph(
      'Sie brauchen kein Konto. Auf der Seite sehen Sie, was Sie zuletzt geliefert haben, und laden eine Vorlage herunter. Bitte liefern Sie nur zusammengefasste Zahlen, nie Angaben zu einzelnen Menschen.',
    ),
    paragraph(
      'Können Sie nicht liefern oder brauchen Sie länger, sagen Sie es uns dort oder antworten Sie auf diese Mail.',
    ),
  ]);
}
