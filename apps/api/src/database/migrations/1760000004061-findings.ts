import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Befunde with their evidence, Handlungsschwerpunkte, Handlungsempfehlungen with what bodies made of them. Links between texts keep the
 * fingerprint their source had when somebody made or accepted them.
 */
export class Findings1760000004061 implements MigrationInterface {
  name = 'Findings1760000004061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table finding (
        id uuid primary key,
        number text not null unique,
        field_id uuid not null references field_of_action,
        planning_area_id uuid references planning_area,
        municipality_id uuid references municipality,
        statement text not null check (trim(statement) <> ''),
        caveat text not null default '',
        state text not null check (state in ('DRAFT', 'CONFIRMED', 'DROPPED')),
        dropped_reason text not null default '',
        fingerprint text not null generated always as (md5(statement || chr(31) || caveat)) stored,
        entered_by_account_id uuid references account on delete set null,
        confirmed_by text not null default '',
        confirmed_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null,
        constraint finding_dropped check (state <> 'DROPPED' or trim(dropped_reason) <> ''),
        constraint finding_confirmed check (state <> 'CONFIRMED' or (confirmed_at is not null and trim(confirmed_by) <> ''))
      );
      create index finding_list on finding (created_at desc, id desc);
      create index finding_field on finding (field_id, created_at);
      create index finding_planning_area on finding (planning_area_id);
      create index finding_municipality on finding (municipality_id);
      create index finding_entered_by on finding (entered_by_account_id);

      -- What a Befund rests on: exactly one source. Silence is what was wanted and not heard.
      create table finding_evidence (
        id uuid primary key,
        finding_id uuid not null references finding on delete cascade,
        feedback_id uuid references feedback,
        argument_id uuid references argument,
        format_id uuid references participation_format,
        service_id uuid references social_service,
        silence text check (trim(silence) <> ''),
        note text not null default '',
        fingerprint text not null,
        accepted_by text not null default '',
        accepted_at timestamptz,
        since timestamptz not null,
        constraint finding_evidence_one_source check (num_nonnulls(feedback_id, argument_id, format_id, service_id, silence) = 1),
        constraint finding_evidence_feedback unique (finding_id, feedback_id),
        constraint finding_evidence_argument unique (finding_id, argument_id)
      );
      create index finding_evidence_of_feedback on finding_evidence (feedback_id);
      create index finding_evidence_of_argument on finding_evidence (argument_id);
      create index finding_evidence_of_format on finding_evidence (format_id);
      create index finding_evidence_of_service on finding_evidence (service_id);

      create table action_priority (
        id uuid primary key,
        number text not null unique,
        field_id uuid not null references field_of_action,
        title text not null check (trim(title) <> ''),
        description text not null default '',
        -- Why no voice stands behind it; needed where it has no Befund.
        without_voice text not null default '',
        state text not null check (state in ('DRAFT', 'PROPOSED', 'SET', 'DROPPED')),
        dropped_reason text not null default '',
        fingerprint text not null generated always as (md5(title || chr(31) || description)) stored,
        version integer not null default 1,
        created_at timestamptz not null,
        constraint action_priority_dropped check (state <> 'DROPPED' or trim(dropped_reason) <> '')
      );
      create index action_priority_list on action_priority (created_at desc, id desc);
      create index action_priority_field on action_priority (field_id, created_at);

      create table priority_finding (
        priority_id uuid not null references action_priority on delete cascade,
        finding_id uuid not null references finding,
        fingerprint text not null,
        accepted_by text not null default '',
        accepted_at timestamptz,
        since timestamptz not null,
        primary key (priority_id, finding_id)
      );
      create index priority_finding_finding on priority_finding (finding_id);

      create table recommendation (
        id uuid primary key,
        number text not null unique,
        year integer not null check (year between 1990 and 2200),
        field_id uuid not null references field_of_action,
        -- The wording that is proposed, the S of SMART.
        wording text not null check (trim(wording) <> ''),
        addressee text not null default '',
        measure_of_success text not null default '',
        feasibility text not null default '',
        relevance text not null default '',
        due_on date,
        cost_neutral boolean not null default false,
        funding_source text not null default '',
        -- The plan it comes from, where it was taken over from an earlier one.
        earlier_plan text not null default '',
        state text not null check (state in ('DRAFT', 'SUBMITTED', 'ACCEPTED', 'CHANGED', 'REJECTED', 'WITHDRAWN')),
        withdrawn_reason text not null default '',
        fingerprint text not null generated always as (md5(wording)) stored,
        version integer not null default 1,
        created_at timestamptz not null,
        constraint recommendation_withdrawn check (state <> 'WITHDRAWN' or trim(withdrawn_reason) <> '')
      );
      create index recommendation_list on recommendation (year desc, number desc, id desc);
      create index recommendation_field on recommendation (field_id, created_at);
      create index recommendation_state on recommendation (state, year);

      create table recommendation_cost (
        recommendation_id uuid not null references recommendation on delete cascade,
        budget_year integer not null check (budget_year between 1990 and 2200),
        one_off numeric(12,2) not null default 0 check (one_off >= 0),
        yearly numeric(12,2) not null default 0 check (yearly >= 0),
        primary key (recommendation_id, budget_year)
      );

      create table recommendation_priority (
        recommendation_id uuid not null references recommendation on delete cascade,
        priority_id uuid not null references action_priority,
        fingerprint text not null,
        accepted_by text not null default '',
        accepted_at timestamptz,
        since timestamptz not null,
        primary key (recommendation_id, priority_id)
      );
      create index recommendation_priority_priority on recommendation_priority (priority_id);

      -- What a body made of it. The fingerprint is that of the wording it was about.
      create table recommendation_decision (
        id uuid primary key,
        recommendation_id uuid not null references recommendation on delete cascade,
        committee_id uuid references committee,
        body_name text not null check (trim(body_name) <> ''),
        decided_on date not null,
        reference text not null default '',
        result text not null check (result in ('ACCEPTED', 'CHANGED', 'REJECTED', 'DEFERRED')),
        -- The last word on it: a committee that only advises leaves it open.
        final boolean not null,
        wording text not null default '',
        reason text not null default '',
        votes_yes integer check (votes_yes >= 0),
        votes_no integer check (votes_no >= 0),
        votes_abstained integer check (votes_abstained >= 0),
        fingerprint text not null,
        accepted_by text not null default '',
        accepted_at timestamptz,
        since timestamptz not null,
        constraint recommendation_decision_wording check (result <> 'CHANGED' or trim(wording) <> ''),
        constraint recommendation_decision_reason check (result <> 'REJECTED' or trim(reason) <> ''),
        constraint recommendation_decision_not_deferred check (not final or result <> 'DEFERRED')
      );
      create index recommendation_decision_recommendation on recommendation_decision (recommendation_id, decided_on);
      create index recommendation_decision_committee on recommendation_decision (committee_id, decided_on);
      create unique index recommendation_decision_one_final on recommendation_decision (recommendation_id) where final;

      -- Bestand, Bedarf, Lücke per Handlungsfeld and Planungsraum (§ 20(2) FamBeFöG LSA).
      create table need_statement (
        id uuid primary key,
        field_id uuid not null references field_of_action,
        planning_area_id uuid references planning_area,
        stock text not null default '',
        need text not null default '',
        gap text not null default '',
        source text not null check (trim(source) <> ''),
        as_of date not null,
        version integer not null default 1,
        created_at timestamptz not null,
        constraint need_statement_place unique nulls not distinct (field_id, planning_area_id)
      );
      create index need_statement_planning_area on need_statement (planning_area_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
