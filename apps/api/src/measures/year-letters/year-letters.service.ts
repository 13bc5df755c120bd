import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type LetterPreviewView,
  yearLetterFileName,
  yearLetterProblems,
  yearLetterSubject,
} from '@runder-tisch/domain/measures/year-letters';
import { recallSeconds, type SentView } from '@runder-tisch/domain/meetings';
import { generalProblems } from '@runder-tisch/domain/problem';
import { greetingTo } from '@runder-tisch/domain/text';
import { berlinDay } from '@runder-tisch/domain/time';
import { MailLinks } from '../../access/mail-links';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { asMailHtml } from '../../documents/as-mail-html';
import { asText } from '../../documents/as-text';
import { type MailFrame, mailFooterLines } from '../../documents/mail-frame';
import { Pdfs } from '../../documents/pdfs';
import type { OutgoingMail } from '../../outbox/outgoing-mail';
import { Outbox } from '../../outbox/outbox';
import { problem } from '../../problem/problem';
import { Settings } from '../../settings/settings';
import { letterDocument, letterPdf, postalAddress, type Writing } from './year-letter';
import { type LetterRecipient, type LetterSource, YearLetterFactsSource } from './year-letter-facts';
import { YearLettersRepository } from './year-letters.repository';

export const YEAR_LETTER_LINK = 'year-letter';
const LINK_DAYS = 400;

/** Letters to organisations about what became of their Hinweise: written from the chain, sent many at once. */
@Injectable()
export class YearLettersService {
  constructor(
    private readonly database: Database,
    private readonly facts: YearLetterFactsSource,
    private readonly letters: YearLettersRepository,
    private readonly settings: Settings,
    private readonly outbox: Outbox,
    private readonly links: MailLinks,
    private readonly pdfs: Pdfs,
    private readonly clock: Clock,
  ) {}

  introduce(viewer: Viewer, year: number, version: number, introduction: string): Promise<void> {
    return this.database.write(viewer, 'year-letter.introduce', async (tx) => {
      await this.changeYear(tx, year, version);
      const words = introduction.trim();
      await rowsIn(
        tx,
        sql`update letter_year set introduction = ${words === '' ? null : words}::text where year = ${year}`,
      );
    });
  }

  /** The last word counts; without any the letter goes without. */
  say(viewer: Viewer, year: number, organisationId: string, words: string): Promise<void> {
    return this.database.write(viewer, 'year-letter.say', async (tx) => {
      const known = await oneIn(tx, sql`select 1 from organisation where id = ${organisationId} for share`);
      if (!known) throw problem(generalProblems, 'not-found');
      await rowsIn(
        tx,
        words.trim() === ''
          ? sql`delete from letter_words where organisation_id = ${organisationId} and year = ${year}`
          : sql`insert into letter_words (organisation_id, year, words) values (${organisationId}, ${year}, ${words.trim()})
                on conflict (organisation_id, year) do update set words = excluded.words`,
      );
    });
  }

  preview(viewer: Viewer, year: number, organisationId: string): Promise<LetterPreviewView> {
    return this.database.read(async (tx) => {
      const source = await this.source(tx, year, organisationId);
      const { senderName, senderAddress } = await this.settings.current(tx);
      return {
        organisation: { id: organisationId, name: source.organisation },
        year,
        from: senderAddress ? `${senderName} <${senderAddress}>` : senderName,
        to: source.to.map(({ name, mail }) => ({ name, mail })),
        subject: yearLetterSubject(year),
        words: source.words,
        document: letterDocument(source, this.writing(viewer, year)),
        replaces: source.replaces,
      };
    });
  }

  /** As it would go into an envelope today. */
  async previewPdf(
    viewer: Viewer,
    year: number,
    organisationId: string,
  ): Promise<{ name: string; bytes: Buffer }> {
    const { source, settings } = await this.database.read(async (tx) => ({
      source: await this.source(tx, year, organisationId),
      settings: await this.settings.current(tx),
    }));
    const created = this.clock.now().toISOString();
    const document = letterDocument(source, this.writing(viewer, year));
    const bytes = await this.pdfs.draw(letterPdf(document, postalAddress(source), { ...settings, created }));
    return { name: yearLetterFileName(year, source.organisation), bytes };
  }

  /** From what was kept when it was sent. */
  async sentPdf(viewer: Viewer, id: string): Promise<{ name: string; bytes: Buffer }> {
    const { document, address, countyName, sentAt, year, organisation } = await this.letters.stored(
      viewer,
      id,
    );
    const { logoFileId } = await this.settings.current();
    const bytes = await this.pdfs.draw(
      letterPdf(document, address, { countyName, logoFileId, created: sentAt.toISOString() }),
    );
    return { name: yearLetterFileName(year, organisation.name), bytes };
  }

  /** One letter to each organisation, kept as it goes out; it leaves in a minute. */
  send(viewer: Viewer, year: number, version: number, organisationIds: readonly string[]): Promise<SentView> {
    return this.database.write(viewer, 'year-letter.send', async (tx) => {
      await this.changeYear(tx, year, version);
      const sources = await this.facts.of(tx, year, organisationIds);
      if (sources.length < organisationIds.length)
        throw problem(yearLetterProblems, 'year-letter-nothing-to-say', 'organisationIds');
      if (sources.some(({ to }) => to.length === 0))
        throw problem(yearLetterProblems, 'year-letter-without-address', 'organisationIds');
      const now = this.clock.now();
      const notBefore = new Date(now.getTime() + recallSeconds * 1000);
      const batchId = newId();
      const writing = this.writing(viewer, year);
      const letters = sources.map((source) => ({ id: newId(), source }));
      await this.keep(tx, viewer, letters, { ...writing, batchId, now });
      const addressed = letters.flatMap((letter) =>
        letter.source.to.map((recipient) => ({ ...letter, recipient })),
      );
      const tokens = await this.links.createAll(
        tx,
        addressed.map(({ id, recipient }) => ({
          purpose: YEAR_LETTER_LINK,
          personId: recipient.personId,
          objectKind: 'year-letter',
          objectId: id,
          expiresAt: new Date(now.getTime() + LINK_DAYS * 86_400_000),
        })),
      );
      const frame = await this.settings.mailFrame(tx, {
        why: `Sie erhalten diese Mail, weil Ihre Organisation im Jahr ${year} Hinweise gegeben hat.`,
        sender: viewer.displayName,
      });
      await this.outbox.enqueueAll(
        tx,
        addressed.map(({ id, source, recipient }, index) => ({
          ...this.mail(source, writing, recipient, this.links.url(`/jahresbrief/${tokens[index]}`), frame),
          objectId: id,
          batchId,
          notBefore,
          accountId: viewer.accountId,
        })),
      );
      return { recipients: addressed.length, recallUntil: notBefore.toISOString() };
    });
  }

  /** Takes back every letter of the year whose minute still runs; nothing of them is kept. */
  recall(viewer: Viewer, year: number): Promise<void> {
    return this.database.write(viewer, 'year-letter.recall', async (tx) => {
      await rowsIn(tx, sql`update letter_year set version = version + 1 where year = ${year}`);
      const batches = await rowsIn<{ batchId: string }>(
        tx,
        sql`select distinct batch_id as "batchId" from year_letter
            where year = ${year} and sent_at > ${this.letters.recallableSince(this.clock.now())}`,
      );
      if (batches.length === 0) throw problem(yearLetterProblems, 'year-letter-recall-too-late');
      for (const { batchId } of batches) await this.outbox.recall(tx, batchId);
      await rowsIn(
        tx,
        sql`delete from year_letter where batch_id = any(${batches.map((it) => it.batchId)}::uuid[])`,
      );
    });
  }

  private async source(tx: EntityManager, year: number, organisationId: string): Promise<LetterSource> {
    const [source] = await this.facts.of(tx, year, [organisationId]);
    if (!source) throw problem(generalProblems, 'not-found');
    return source;
  }

  private writing(viewer: Viewer, year: number): Writing {
    return { year, writer: viewer.displayName, asOf: berlinDay(this.clock.now()) };
  }

  /** Locks the year, and refuses whoever has not seen what was sent or written last. */
  private async changeYear(tx: EntityManager, year: number, version: number): Promise<void> {
    await rowsIn(
      tx,
      sql`insert into letter_year (year, version) values (${year}, 0) on conflict (year) do nothing`,
    );
    const changed = await rowsIn(
      tx,
      sql`update letter_year set version = version + 1 where year = ${year} and version = ${version} returning year`,
    );
    if (changed.length === 0) throw problem(generalProblems, 'stale-version');
  }

  private async keep(
    tx: EntityManager,
    viewer: Viewer,
    letters: readonly { id: string; source: LetterSource }[],
    { batchId, now, ...writing }: Writing & { batchId: string; now: Date },
  ): Promise<void> {
    const { countyName } = await this.settings.current(tx);
    const rows = letters.map(({ id, source }) => ({
      id,
      organisation_id: source.organisationId,
      document: letterDocument(source, writing),
      address: postalAddress(source),
      recipients: source.to.map(({ name, mail }) => ({ name, mail })),
    }));
    await rowsIn(
      tx,
      sql`insert into year_letter (id, organisation_id, year, batch_id, document, address, recipients, county_name, sent_at, sent_by)
          select kept.id, kept.organisation_id, ${writing.year}::int, ${batchId}::uuid, kept.document, kept.address, kept.recipients,
                 ${countyName}::text, ${now}::timestamptz, ${viewer.displayName}::text
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            as kept (id uuid, organisation_id uuid, document jsonb, address text[], recipients jsonb)`,
    );
  }

  private mail(
    source: LetterSource,
    writing: Writing,
    recipient: LetterRecipient,
    pageUrl: string,
    frame: MailFrame,
  ): Omit<OutgoingMail, 'objectId'> {
    const { person, name, mail } = recipient;
    const greeting = greetingTo({ person, name, mailbox: recipient.personId === null });
    const content = letterDocument(source, writing, { greeting, pageUrl });
    return {
      to: { name, address: mail },
      subject: yearLetterSubject(writing.year),
      text: asText(content, { publicUrl: frame.publicUrl, footer: mailFooterLines(frame) }),
      html: asMailHtml(content, frame),
      purpose: 'year-letter',
      objectKind: 'year-letter',
      orderKey: `year-letter:${source.organisationId}:${writing.year}`,
      personId: recipient.personId,
    };
  }
}
