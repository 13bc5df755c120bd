import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What bodies still have to decide: the scope and the order of topics from the beginning, further ones as they come. */
export class Decisions1760000004380 implements MigrationInterface {
  name = 'Decisions1760000004380';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table decision (
        id uuid primary key,
        kind text not null check (kind in ('SCOPE', 'TOPICS', 'OTHER')),
        title text not null check (trim(title) <> ''),
        explanation text not null default '',
        state text not null check (state in ('OPEN', 'PROPOSED', 'DECIDED')),
        -- Until when somebody should have decided, and which body.
        due_on date,
        committee_id uuid references committee,
        proposed_option_id uuid,
        proposed_by text not null default '',
        proposed_on date,
        proposal_reason text not null default '',
        decided_option_id uuid,
        decided_on date,
        decided_committee_id uuid references committee,
        -- As the body was called then.
        decided_by text not null default '',
        meeting_id uuid references meeting,
        reference text not null default '',
        wording text not null default '',
        reason text not null default '',
        version integer not null default 1,
        created_at timestamptz not null,
        constraint decision_proposed check ((state = 'PROPOSED') <= (proposed_on is not null)),
        constraint decision_decided check (
          (state = 'DECIDED') = (decided_on is not null) and (state = 'DECIDED') = (trim(decided_by) <> '')
        ),
        constraint decision_chosen check (
          kind = 'TOPICS' or ((state = 'PROPOSED') <= (proposed_option_id is not null) and (state = 'DECIDED') = (decided_option_id is not null))
        )
      );
      create unique index decision_title on decision (lower(title));
      -- Scope and order of topics are asked once.
      create unique index decision_once on decision (kind) where kind <> 'OTHER';
      create index decision_due on decision (due_on) where state <> 'DECIDED';
      create index decision_committee on decision (committee_id);
      create index decision_decided_committee on decision (decided_committee_id);
      create index decision_meeting on decision (meeting_id);

      create table decision_option (
        id uuid primary key,
        decision_id uuid not null references decision on delete cascade,
        position integer not null check (position >= 1),
        -- A or B of the scope, on which the indicators act.
        code text check (code in ('A', 'B')),
        title text not null check (trim(title) <> ''),
        consequences text not null default '',
        constraint decision_option_position unique (decision_id, position) deferrable initially deferred,
        -- What is proposed or decided is one of the decision's own.
        constraint decision_option_own unique (decision_id, id)
      );
      alter table decision
        add constraint decision_proposed_option foreign key (id, proposed_option_id) references decision_option (decision_id, id) deferrable initially deferred,
        add constraint decision_decided_option foreign key (id, decided_option_id) references decision_option (decision_id, id) deferrable initially deferred;
      create index decision_of_proposed_option on decision (proposed_option_id);
      create index decision_of_decided_option on decision (decided_option_id);

      create table decision_step (
        id uuid primary key,
        decision_id uuid not null references decision on delete cascade,
        state text not null check (state in ('OPEN', 'PROPOSED', 'DECIDED')),
        at timestamptz not null,
        by_name text not null,
        words text not null default ''
      );
      create index decision_step_of on decision_step (decision_id, at desc, id desc);

      create table topic (
        id uuid primary key,
        name text not null check (trim(name) <> ''),
        field_id uuid references field_of_action,
        note text not null default '',
        urgency smallint not null check (urgency between 0 and 3),
        data_availability smallint not null check (data_availability between 0 and 3),
        mandate smallint not null check (mandate between 0 and 3),
        funding smallint not null check (funding between 0 and 3),
        position integer not null,
        -- Its place in the order that was decided.
        decided_place integer check (decided_place >= 1),
        active boolean not null default true,
        version integer not null default 1
      );
      create unique index topic_name on topic (lower(name));
      create unique index topic_decided_place on topic (decided_place);
      create index topic_field on topic (field_id);

      create table topic_agreement (
        topic_id uuid not null references topic on delete cascade,
        agreement_id uuid not null references interface_agreement on delete cascade,
        primary key (topic_id, agreement_id)
      );
      create index topic_agreement_of on topic_agreement (agreement_id);

      -- Punktabfragen over topics; their options have the names of topics.
      create table topic_poll (
        prioritisation_id uuid primary key references prioritisation on delete cascade
      );

      -- The order in which deliveries are worked on, and what it comes from.
      alter table interface_agreement
        add column work_place integer check (work_place >= 1),
        add column work_reason text not null default '',
        add constraint interface_agreement_work check ((work_place is null) = (work_reason = ''));

      insert into decision (id, kind, title, explanation, state, created_at) values
        ('01900000-0000-7000-8000-000000004381', 'SCOPE', 'Umfang der Sozialplanung',
         'Bildet die Sozialplanung die Gesamtheit sozialer Prozesse ab, oder beschränkt sie sich auf die soziale Infrastruktur?', 'OPEN', '2024-12-16T00:00:00Z'),
        ('01900000-0000-7000-8000-000000004382', 'TOPICS', 'Auswahl und Reihenfolge der Themen',
         'In welcher Reihenfolge werden die Themengebiete statistisch aufgearbeitet?', 'OPEN', '2024-12-16T00:00:00Z');
      insert into decision_option (id, decision_id, position, code, title, consequences) values
        ('01900000-0000-7000-8000-000000004383', '01900000-0000-7000-8000-000000004381', 1, 'A', 'a) Gesamtheit sozialer Prozesse',
         'Alle Indikatoren des Datenkatalogs sind erforderlich.'),
        ('01900000-0000-7000-8000-000000004384', '01900000-0000-7000-8000-000000004381', 2, 'B', 'b) Soziale Infrastruktur',
         'Beratung, Hilfen und Einrichtungen bleiben erforderlich, etwa Schuldner-, Sucht- und Migrationsberatung und Frauenhäuser. Andere Indikatoren werden freiwillig; nichts geht verloren.');

      -- Where the scope was decided before this page was there, it stays decided.
      with newest as (select * from scope_decision order by created_at desc, id desc limit 1)
      update decision set state = 'DECIDED', decided_on = newest.decided_on, decided_by = newest.body, reason = newest.reason,
        decided_option_id = (select option.id from decision_option option where option.decision_id = decision.id and option.code = newest.scope)
      from newest where decision.kind = 'SCOPE' and newest.scope <> 'OPEN';
      insert into decision_step (id, decision_id, state, at, by_name, words)
      select told.id, decision.id, case told.scope when 'OPEN' then 'OPEN' else 'DECIDED' end, told.created_at, told.changed_by, told.reason
      from scope_decision told cross join decision where decision.kind = 'SCOPE';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
