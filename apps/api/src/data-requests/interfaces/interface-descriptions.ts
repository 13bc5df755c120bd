import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import {
  interfaceDescription,
  type InterfaceDescriptionView,
  type InterfacePageView,
  type InterfaceRequestItem,
  type InterfaceVersionView,
} from '@runder-tisch/domain/data-requests';
import type { DocumentContent } from '@runder-tisch/domain/documents';
import type { NamedReference } from '@runder-tisch/domain/lists';
import { addDays, addMonths, formatDate } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { Pdfs } from '../../documents/pdfs';
import { Settings } from '../../settings/settings';
import { visibleDataRequests } from '../data-requests-access';
import { overdue } from '../data-requests-sql';
import { SectorPlansService } from '../sector-plans/sector-plans.service';
import { DeliveryCalendar } from './delivery-calendar';
import { InterfacesService } from './interfaces.service';

const MONTHS = 12;

/** The register told at length: one interface with all that hangs on it, and all of them as a document. */
@Injectable()
export class InterfaceDescriptions {
  constructor(
    private readonly database: Database,
    private readonly interfaces: InterfacesService,
    private readonly plans: SectorPlansService,
    private readonly calendar: DeliveryCalendar,
    private readonly settings: Settings,
    private readonly pdfs: Pdfs,
    private readonly clock: Clock,
  ) {}

  async page(viewer: Viewer, id: string): Promise<InterfacePageView> {
    const today = this.calendar.today();
    const it = await this.interfaces.find(viewer, id);
    const dates = await this.calendar.dates(viewer, addMonths(today, -MONTHS), addMonths(today, MONTHS), id);
    const hangs = await this.database.found<{
      versions: Omit<InterfaceVersionView, 'validTo'>[];
      requests: InterfaceRequestItem[];
      plans: NamedReference[];
    }>(sql`
      select
        (select json_agg(json_build_object('validFrom', version.valid_from, 'rhythm', version.rhythm, 'daysToDeliver', version.days_to_deliver,
            'form', version.form, 'basis', version.basis, 'dataClass', version.data_class) order by version.valid_from desc nulls last)
          from interface_version version where version.agreement_id = agreement.id) as versions,
        coalesce((select json_agg(json_build_object('id', it.id, 'number', it.number, 'what', it.what, 'period', it.period,
            'dueOn', it.due_on, 'state', it.state, 'overdue', ${overdue(today)}) order by it.created_at desc, it.id desc)
          from data_request it where it.agreement_id = agreement.id), '[]') as requests,
        coalesce((select json_agg(json_build_object('id', plan.id, 'name', plan.name) order by plan.position, plan.id)
          from sector_plan_interface needs join sector_plan plan on plan.id = needs.plan_id where needs.agreement_id = agreement.id), '[]') as plans
      from interface_agreement agreement where agreement.id = ${id} and ${visibleDataRequests(viewer)}`);
    return {
      ...it,
      ...hangs,
      versions: hangs.versions.map((version, index) => {
        const next = hangs.versions[index - 1]?.validFrom;
        return { ...version, validTo: next ? addDays(next, -1) : null };
      }),
      dates: dates.get(id)?.dates ?? [],
    };
  }

  async description(viewer: Viewer): Promise<InterfaceDescriptionView> {
    return { content: await this.content(viewer) };
  }

  async pdf(viewer: Viewer): Promise<{ name: string; bytes: Buffer }> {
    const content = await this.content(viewer);
    const { countyName, logoFileId } = await this.settings.current();
    const day = formatDate(this.calendar.today());
    const bytes = await this.pdfs.draw({
      content,
      footer: [countyName, 'Schnittstellenbeschreibung', `Stand ${day}`].filter(Boolean).join(' · '),
      created: this.clock.now().toISOString(),
      countyName,
      logoFileId,
      dense: true,
    });
    return { name: `Schnittstellenbeschreibung ${this.calendar.today()}.pdf`, bytes };
  }

  private async content(viewer: Viewer): Promise<DocumentContent> {
    const today = this.calendar.today();
    const [interfaces, plans, dates] = await Promise.all([
      this.interfaces.list(viewer),
      this.plans.list(viewer),
      this.calendar.dates(viewer, today, addMonths(today, MONTHS)),
    ]);
    return interfaceDescription({
      interfaces: interfaces.items.map((it) => ({
        ...it,
        ...(dates.get(it.id) ?? { dates: [], overdue: [] }),
      })),
      plans: plans.items,
      today,
    });
  }
}
