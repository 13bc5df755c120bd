import sql, { join, type Sql } from 'sql-template-tag';
import { type SheetMeasure, sheetColumns, sheetYears } from '@runder-tisch/domain/measures';
import type { MilestoneInput } from '@runder-tisch/domain/measures/measures-requests';
import type { XlsxCell, XlsxColumn } from '../../files/xlsx';
import { personNameOf } from '../../database/person-name';
import { statusSql } from '../measure-status-sql';

/** A measure as a line of the sheet, with what the line does not show and a change keeps. */
export interface StoredSheetMeasure extends SheetMeasure {
  id: string;
  fieldId: string;
  leadOrganisationId: string | null;
  leadPersonId: string | null;
  partnerIds: string[];
  milestones: (MilestoneInput & { id: string })[];
  recommendationIds: string[];
}

export function storedSheet(where: readonly Sql[], today: string, lock: Sql): Sql {
  return sql`
    select it.id, it.number, it.version, it.kind, it.field_id as "fieldId", field.name as field, it.title, it.description, it.target,
           it.lead_organisation_id as "leadOrganisationId", coalesce(lead.name, '') as lead, it.lead_person_id as "leadPersonId",
           coalesce(${personNameOf('person')}, '') as person,
           array(select partner.name from measure_partner join organisation partner on partner.id = measure_partner.organisation_id
             where measure_partner.measure_id = it.id order by partner.id) as partners,
           array(select measure_partner.organisation_id from measure_partner where measure_partner.measure_id = it.id order by 1) as "partnerIds",
           it.starts_on::text as "startsOn", it.due_on::text as "dueOn", it.cost_neutral as "costNeutral", it.funding_source as "fundingSource",
           it.funder, it.funding_until::text as "fundingUntil",
           coalesce((select json_agg(json_build_object('year', cost.budget_year, 'oneOff', cost.one_off, 'yearly', cost.yearly) order by cost.budget_year)
             from measure_cost cost where cost.measure_id = it.id), '[]') as costs,
           coalesce((select json_agg(json_build_object('id', milestone.id, 'title', milestone.title, 'dueOn', milestone.due_on, 'doneOn', milestone.done_on)
             order by milestone.id) from measure_milestone milestone where milestone.measure_id = it.id), '[]') as milestones,
           array(select link.recommendation_id from measure_recommendation link where link.measure_id = it.id order by 1) as "recommendationIds",
           it.state, ${statusSql(today)} as status
    from measure it join field_of_action field on field.id = it.field_id left join organisation lead on lead.id = it.lead_organisation_id
      left join person on person.id = it.lead_person_id
    where ${join(where, ' and ')} order by it.number ${lock}`;
}

/** The columns and rows of the file. */
export function sheetFile(
  rows: readonly SheetMeasure[],
  thisYear: number,
): { columns: readonly XlsxColumn[]; rows: XlsxCell[][] } {
  const columns = sheetColumns(sheetYears(rows, thisYear));
  return { columns, rows: rows.map((row) => columns.map(({ cell }) => cell(row))) };
}

/** A line that has no number yet. */
export const newLine: SheetMeasure = {
  number: '',
  version: 0,
  kind: 'MEASURE',
  field: '',
  title: '',
  description: '',
  target: '',
  lead: '',
  partners: [],
  person: '',
  startsOn: null,
  dueOn: null,
  costNeutral: false,
  fundingSource: '',
  funder: '',
  fundingUntil: null,
  costs: [],
  state: 'PROPOSED',
  status: 'UNDECIDED',
};
