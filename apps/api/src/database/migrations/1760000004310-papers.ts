import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers with the bodies that consult on them, and what else stands on an agenda. */
export class Papers1760000004310 implements MigrationInterface {
  name = 'Papers1760000004310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table paper (
        id uuid primary key,
        number text not null check (trim(number) <> ''),
        title text not null,
        proposal text not null default '',
        reasoning text not null default '',
        applicant text not null default '',
        unit text not null default '',
        -- Where a council system is the master.
        council_link text not null default '',
        -- For the part of a session that is not public.
        confidential boolean not null default false,
        state text not null check (state in ('DRAFT', 'IN_CONSULTATION', 'ADOPTED', 'REJECTED', 'WITHDRAWN')),
        withdrawn_reason text not null default '',
        version integer not null default 1,
        created_at timestamptz not null,
        constraint paper_withdrawn_reason check (state <> 'WITHDRAWN' or trim(withdrawn_reason) <> '')
      );
      create unique index paper_number on paper (lower(number));
      create index paper_list on paper (created_at desc, id desc);

      create table paper_recommendation (
        paper_id uuid not null references paper on delete cascade,
        recommendation_id uuid not null references recommendation,
        since timestamptz not null,
        primary key (paper_id, recommendation_id)
      );
      create index paper_recommendation_recommendation on paper_recommendation (recommendation_id);

      create table paper_consultation (
        id uuid primary key,
        paper_id uuid not null references paper on delete cascade,
        committee_id uuid not null references committee,
        role text not null check (role in ('ADVISING', 'DECIDING')),
        position integer not null check (position >= 1),
        planned_on date,
        agenda_item_id uuid references agenda_item on delete set null,
        result text check (result in ('ACCEPTED', 'CHANGED', 'REJECTED', 'DEFERRED')),
        decided_on date,
        votes_yes integer check (votes_yes >= 0),
        votes_no integer check (votes_no >= 0),
        votes_abstained integer check (votes_abstained >= 0),
        wording text not null default '',
        reason text not null default '',
        resolution_number text not null default '',
        version integer not null default 1,
        constraint paper_consultation_day check ((result is null) = (decided_on is null)),
        constraint paper_consultation_votes check (result is null or result = 'DEFERRED'
          or (votes_yes is not null and votes_no is not null and votes_abstained is not null)),
        constraint paper_consultation_wording check (result is distinct from 'CHANGED' or trim(wording) <> ''),
        constraint paper_consultation_reason check (result is distinct from 'REJECTED' or trim(reason) <> ''),
        constraint paper_consultation_number check (role <> 'DECIDING' or result is null or result in ('REJECTED', 'DEFERRED')
          or trim(resolution_number) <> ''),
        constraint paper_consultation_position unique (paper_id, position) deferrable initially deferred
      );
      create index paper_consultation_committee on paper_consultation (committee_id, decided_on);
      create index paper_consultation_agenda_item on paper_consultation (agenda_item_id);
      -- Who defers has not decided, so that somebody may decide later.
      create unique index paper_consultation_one_decides on paper_consultation (paper_id)
        where role = 'DECIDING' and result is distinct from 'DEFERRED';

      create table agenda_topic (
        id uuid primary key,
        agenda_item_id uuid not null references agenda_item on delete cascade,
        finding_id uuid references finding on delete cascade,
        priority_id uuid references action_priority on delete cascade,
        recommendation_id uuid references recommendation on delete cascade,
        since timestamptz not null,
        constraint agenda_topic_one check (num_nonnulls(finding_id, priority_id, recommendation_id) = 1),
        constraint agenda_topic_once unique nulls not distinct (agenda_item_id, finding_id, priority_id, recommendation_id)
      );
      create index agenda_topic_finding on agenda_topic (finding_id);
      create index agenda_topic_priority on agenda_topic (priority_id);
      create index agenda_topic_recommendation on agenda_topic (recommendation_id);

      -- Where a decision was taken: typed ones have neither.
      alter table recommendation_decision add column meeting_id uuid references meeting on delete set null,
        add column source_path text not null default '',
        add column consultation_id uuid references paper_consultation;
      create index recommendation_decision_meeting on recommendation_decision (meeting_id);
      create unique index recommendation_decision_of_consultation on recommendation_decision (consultation_id, recommendation_id)
        where consultation_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
