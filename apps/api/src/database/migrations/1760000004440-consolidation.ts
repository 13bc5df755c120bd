import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether networks, formats and the planning itself last: criteria planners keep, and a check per date. */
export class Consolidation1760000004440 implements MigrationInterface {
  name = 'Consolidation1760000004440';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consolidation_criterion (
        id uuid primary key,
        subject text not null check (subject in ('NETWORK', 'FORMAT', 'PLANNING')),
        name text not null check (trim(name) <> ''),
        question text not null default '',
        measure text not null check (measure in ('AGREEMENT', 'COORDINATION', 'MEETINGS', 'REPORTING', 'RESULTS', 'RHYTHM', 'ASKED')),
        least integer check (least between 1 and 1000),
        share integer check (share between 1 and 100),
        months integer check (months between 1 and 36),
        position integer not null,
        active boolean not null default true,
        version integer not null default 1,
        constraint consolidation_criterion_thresholds check (
          (least is not null) = (measure in ('COORDINATION', 'MEETINGS', 'RESULTS'))
          and (share is not null) = (measure = 'MEETINGS') and (months is not null) = (measure = 'MEETINGS')
        ),
        constraint consolidation_criterion_measure check (
          case subject when 'PLANNING' then measure in ('RHYTHM', 'ASKED') else measure <> 'RHYTHM' end
        )
      );
      create unique index consolidation_criterion_name on consolidation_criterion (subject, lower(name));

      create table consolidation_check (
        id uuid primary key,
        subject text not null check (subject in ('NETWORK', 'FORMAT', 'PLANNING')),
        network_id uuid references network on delete cascade,
        format_id uuid references participation_format on delete cascade,
        checked_on date not null,
        note text not null default '',
        made_by text not null,
        created_at timestamptz not null,
        constraint consolidation_check_of_one check (
          (network_id is not null) = (subject = 'NETWORK') and (format_id is not null) = (subject = 'FORMAT')
        ),
        constraint consolidation_check_once_a_day unique nulls not distinct (subject, network_id, format_id, checked_on)
      );
      create index consolidation_check_network on consolidation_check (network_id, checked_on desc);
      create index consolidation_check_format on consolidation_check (format_id, checked_on desc);

      -- As the criterion read on that day: a criterion that is changed later does not change what was found.
      create table consolidation_result (
        check_id uuid not null references consolidation_check on delete cascade,
        position integer not null check (position >= 1),
        criterion_id uuid references consolidation_criterion on delete set null,
        name text not null check (trim(name) <> ''),
        threshold text not null default '',
        -- Null: nothing that could be computed says so.
        proposed boolean,
        evidence text not null default '',
        met boolean not null,
        reason text not null default '',
        primary key (check_id, position),
        constraint consolidation_result_reason check (proposed is not distinct from met or trim(reason) <> '')
      );
      create index consolidation_result_criterion on consolidation_result (criterion_id);

      insert into consolidation_criterion (id, subject, name, question, measure, least, share, months, position) values
        ('01900000-0000-7000-8000-000000004441', 'NETWORK', 'Schriftliche Vereinbarung', 'Gibt es eine unterschriebene Kooperationsvereinbarung oder Geschäftsordnung?', 'AGREEMENT', null, null, null, 1),
        ('01900000-0000-7000-8000-000000004442', 'NETWORK', 'Benannte Koordination mit gesicherten Stunden', 'Wer koordiniert, und wodurch sind die Stunden auf Dauer gesichert?', 'COORDINATION', 4, null, null, 2),
        ('01900000-0000-7000-8000-000000004443', 'NETWORK', 'Regelmäßige Treffen', 'Kommt das Netzwerk zusammen, und kommen die Mitglieder?', 'MEETINGS', 2, 50, 12, 3),
        ('01900000-0000-7000-8000-000000004444', 'NETWORK', 'Berichtslinie an ein Gremium', 'Welchem Gremium berichtet das Netzwerk?', 'REPORTING', null, null, null, 4),
        ('01900000-0000-7000-8000-000000004445', 'NETWORK', 'Ergebnisse beschlossen', 'Was aus dem Netzwerk haben Gremien in diesem Zyklus angenommen?', 'RESULTS', 1, null, null, 5),
        ('01900000-0000-7000-8000-000000004446', 'FORMAT', 'Schriftliches Konzept', 'Ist beschrieben, wie das Format abläuft und wer es trägt?', 'ASKED', null, null, null, 6),
        ('01900000-0000-7000-8000-000000004447', 'FORMAT', 'Benannte Verantwortung mit gesicherten Stunden', 'Wer führt das Format durch, und wodurch sind die Stunden gesichert?', 'COORDINATION', 2, null, null, 7),
        ('01900000-0000-7000-8000-000000004448', 'FORMAT', 'Regelmäßige Durchführung', 'Findet das Format statt, und kommen die Eingeladenen?', 'MEETINGS', 1, 50, 12, 8),
        ('01900000-0000-7000-8000-000000004449', 'FORMAT', 'Berichtslinie an ein Gremium', 'Welches Gremium erfährt die Ergebnisse?', 'REPORTING', null, null, null, 9),
        ('01900000-0000-7000-8000-00000000444a', 'FORMAT', 'Ergebnisse beschlossen', 'Was aus dem Format haben Gremien in diesem Zyklus angenommen?', 'RESULTS', 1, null, null, 10),
        ('01900000-0000-7000-8000-00000000444b', 'PLANNING', 'Auftrag', 'Welcher Beschluss oder welche Dienstanweisung trägt die Sozialplanung?', 'ASKED', null, null, null, 11),
        ('01900000-0000-7000-8000-00000000444c', 'PLANNING', 'Gesicherte Stunden', 'Sind die Stellenanteile unbefristet im Stellenplan?', 'ASKED', null, null, null, 12),
        ('01900000-0000-7000-8000-00000000444d', 'PLANNING', 'Haushalt', 'Gibt es einen eigenen Haushaltsansatz für Beteiligung und Daten?', 'ASKED', null, null, null, 13),
        ('01900000-0000-7000-8000-00000000444e', 'PLANNING', 'Rhythmus', 'Läuft ein Planungszyklus mit festem Ende?', 'RHYTHM', null, null, null, 14);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
