import { Injectable } from '@nestjs/common';
import type { DocumentContent } from '@runder-tisch/domain/documents';
import { formatDate } from '@runder-tisch/domain/time';
import { yearlyReportDocument, type YearlyReportView } from '@runder-tisch/domain/yearly-reports';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { Pdfs } from '../documents/pdfs';
import { Settings } from '../settings/settings';
import { YearlyReportsRepository } from './yearly-reports.repository';

/** All a file of the report is made of. */
export interface ReportFile {
  /** Without its ending. */
  name: string;
  content: DocumentContent;
  footer: string;
  countyName: string;
  logoFileId: string | null;
}

/** What a network did in a year, read on the screen first and then taken along. */
@Injectable()
export class YearlyReportsService {
  constructor(
    private readonly reports: YearlyReportsRepository,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly pdfs: Pdfs,
    private readonly clock: Clock,
  ) {}

  async find(viewer: Viewer, networkId: string, year: number | undefined): Promise<YearlyReportView> {
    const { id, facts, years } = await this.reports.find(viewer, networkId, year);
    return {
      network: { id, name: facts.network.name },
      year: facts.year,
      years,
      content: yearlyReportDocument(facts),
    };
  }

  async file(viewer: Viewer, networkId: string, year: number | undefined): Promise<ReportFile> {
    const { facts } = await this.reports.find(viewer, networkId, year);
    const { countyName, logoFileId } = await this.database.read((tx) => this.settings.current(tx));
    const title = `Jahresbericht ${facts.year} ${facts.network.name}`;
    return {
      name: title
        .replace(/[^\p{L}\p{N} .-]+/gu, ' ')
        .replace(/ {2,}/g, ' ')
        .trim()
        .slice(0, 110),
      content: yearlyReportDocument(facts),
      footer: [countyName, title, `Stand ${formatDate(facts.until)}`].filter(Boolean).join(' · '),
      countyName,
      logoFileId,
    };
  }

  async pdf(
    viewer: Viewer,
    networkId: string,
    year: number | undefined,
  ): Promise<{ name: string; bytes: Buffer }> {
    const { name, content, footer, countyName, logoFileId } = await this.file(viewer, networkId, year);
    const created = this.clock.now().toISOString();
    const bytes = await this.pdfs.draw({ content, footer, created, countyName, logoFileId });
    return { name: `${name}.pdf`, bytes };
  }
}
