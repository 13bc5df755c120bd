import type { MigrationInterface, QueryRunner } from 'typeorm';
import { catalogueIndicators, catalogueSources } from '@runder-tisch/domain/indicators/catalogue';
import { newId } from '../new-id';

/** What a county starts with: ninety indicators and where their values come from. From then on both belong to its planners. */
export class IndicatorCatalogue1760000004201 implements MigrationInterface {
  name = 'IndicatorCatalogue1760000004201';

  async up(runner: QueryRunner): Promise<void> {
    const sources = catalogueSources.map((it) => ({ ...it, id: newId() }));
    await runner.query(
      `insert into data_source (id, code, name, publisher, statistic, rhythm_months, lag_months, licence, attribution)
       select id, code, name, publisher, statistic, "rhythmMonths", "lagMonths", licence, attribution
       from jsonb_to_recordset($1) as it (id uuid, code text, name text, publisher text, statistic text, "rhythmMonths" integer, "lagMonths" integer, licence text, attribution text)`,
      [JSON.stringify(sources)],
    );
    const sourceIds = new Map(sources.map((it) => [it.code, it.id]));
    const indicators = catalogueIndicators.map((it) => ({
      ...it,
      id: newId(),
      versionId: newId(),
      sourceId: sourceIds.get(it.source),
    }));
    const given = JSON.stringify(indicators);
    await runner.query(
      `insert into indicator (id, code, field_id, home_field, infrastructure, current_version_id)
       select it.id, it.code, field.id, it.field, it.infrastructure, it."versionId"
       from jsonb_to_recordset($1) as it (id uuid, code text, field text, infrastructure boolean, "versionId" uuid)
         left join field_of_action field on field.name = it.field`,
      [given],
    );
    await runner.query(
      `insert into indicator_version (id, indicator_id, number, state, name, definition, numerator, denominator, factor, unit, kind, rate_kind, levels, period_kind, period_note, source_id, table_code, direction, disclosure_rule)
       select "versionId", id, 1, 'PUBLISHED', name, definition, numerator, denominator, factor, unit, kind, "rateKind", array(select jsonb_array_elements_text(levels)), period, "periodNote", "sourceId", "table", direction, "disclosureRule"
       from jsonb_to_recordset($1) as it (id uuid, "versionId" uuid, name text, definition text, numerator text, denominator text, factor numeric, unit text, kind text, "rateKind" text, levels jsonb, period text, "periodNote" text, "sourceId" uuid, "table" text, direction text, "disclosureRule" text)`,
      [given],
    );
    // As the search itself writes what it finds; nobody saves these rows, so nobody else would.
    await runner.query(
      `insert into search_document (kind, object_id, title, subtitle, folded_title, document)
       select 'indicator', it.id, known.name, it.code, fold(known.name),
              setweight(to_tsvector('german', known.name), 'A') || setweight(to_tsvector('simple', known.name), 'A')
              || setweight(to_tsvector('simple', fold(known.name || ' ' || it.code)), 'C')
              || setweight(to_tsvector('german', it.code), 'C') || setweight(to_tsvector('german', known.definition), 'C')
       from indicator it join indicator_version known on known.id = it.current_version_id`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
