import { Injectable } from '@nestjs/common';
import {
  boundLettersTitle,
  chosenLetters,
  yearLetterLimits,
  yearLetterProblems,
} from '@runder-tisch/domain/measures/year-letters';
import type { BoundLettersQuery } from '@runder-tisch/domain/measures/year-letters/year-letter-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { type PdfDocument, Pdfs } from '../../documents/pdfs';
import { problem } from '../../problem/problem';
import { Settings } from '../../settings/settings';
import { letterDocument, letterPdf, postalAddress } from './year-letter';
import { YearLetterFactsSource } from './year-letter-facts';
import { YearLettersRepository } from './year-letters.repository';

/** The letters of a year for the envelopes: what was sent as it went, everything else as it would go today. */
@Injectable()
export class BoundLettersService {
  constructor(
    private readonly database: Database,
    private readonly facts: YearLetterFactsSource,
    private readonly letters: YearLettersRepository,
    private readonly settings: Settings,
    private readonly pdfs: Pdfs,
    private readonly clock: Clock,
  ) {}

  async pdf(
    viewer: Viewer,
    year: number,
    { search = '', letters = undefined }: BoundLettersQuery,
  ): Promise<{ name: string; bytes: Buffer }> {
    const { rows } = await this.letters.year(year);
    const chosen = chosenLetters(rows, search, letters ?? null);
    if (chosen.length > yearLetterLimits.bound)
      throw problem(yearLetterProblems, 'year-letter-too-many-to-print');
    const drawn = await this.drawn(viewer, year, chosen);
    const [first, ...after] = chosen.flatMap(({ id }) => drawn.get(id) ?? []);
    if (!first) throw problem(yearLetterProblems, 'year-letter-none-to-print');
    const title = boundLettersTitle(year);
    // One alone is a letter like any other.
    if (after.length === 0) return { name: `${title}.pdf`, bytes: await this.pdfs.draw(first) };
    // Few but very long letters are too much as well, which shows only here.
    const bytes = await this.pdfs.draw({ ...first, bound: { title, after } }).catch(() => {
      throw problem(yearLetterProblems, 'year-letter-too-many-to-print');
    });
    return { name: `${title}.pdf`, bytes };
  }

  /** By organisation. */
  private async drawn(
    viewer: Viewer,
    year: number,
    chosen: readonly { id: string; sent: { id: string } | null }[],
  ): Promise<Map<string, PdfDocument>> {
    const unsent = chosen.filter(({ sent }) => sent === null).map(({ id }) => id);
    const { sources, settings, kept } = await this.database.read(async (tx) => ({
      sources: await this.facts.of(tx, year, unsent),
      settings: await this.settings.current(tx),
      kept: await this.letters.kept(
        tx,
        viewer,
        chosen.flatMap(({ sent }) => sent?.id ?? []),
      ),
    }));
    const now = this.clock.now();
    const writing = { year, writer: viewer.displayName, asOf: berlinDay(now) };
    return new Map([
      ...sources.map((source): [string, PdfDocument] => [
        source.organisationId,
        letterPdf(letterDocument(source, writing), postalAddress(source), {
          ...settings,
          created: now.toISOString(),
        }),
      ]),
      ...kept.map(({ organisationId, document, address, countyName, sentAt }): [string, PdfDocument] => [
        organisationId,
        letterPdf(document, address, {
          ...{ countyName, logoFileId: settings.logoFileId },
          created: sentAt.toISOString(),
        }),
      ]),
    ]);
  }
}
