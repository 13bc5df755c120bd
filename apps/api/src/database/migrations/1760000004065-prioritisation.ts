import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Setting priorities by points: in a meeting or online, one ballot per person, secret and changeable until it is closed. */
export class Prioritisation1760000004065 implements MigrationInterface {
  name = 'Prioritisation1760000004065';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table prioritisation (
        id uuid primary key,
        question text not null check (trim(question) <> ''),
        explanation text not null default '',
        -- ROOM: phones take a ballot at the address of the beamer. MAIL: each person gets a link of their own.
        mode text not null check (mode in ('ROOM', 'MAIL')),
        meeting_id uuid references meeting,
        network_id uuid references network,
        points_per_person integer not null check (points_per_person between 1 and 100),
        most_per_option integer check (most_per_option between 1 and points_per_person),
        -- How many ballots there are at most: as many as there are people.
        places integer not null check (places between 1 and 2000),
        state text not null check (state in ('DRAFT', 'OPEN', 'CLOSED', 'CANCELLED')),
        -- Stands on the screen for everybody in the room, so it is no secret and is stored as it is.
        join_code text unique check (join_code ~ '^[A-Z]{8}$'),
        -- The mails that may still be taken back.
        batch_id uuid,
        opened_at timestamptz,
        reminded_at timestamptz,
        closes_at timestamptz,
        closed_at timestamptz,
        cancelled_reason text not null default '',
        -- Frozen when it was closed.
        voters integer check (voters >= 0),
        version integer not null default 1,
        created_at timestamptz not null,
        constraint prioritisation_frozen check ((state = 'CLOSED') = (closed_at is not null) and (state = 'CLOSED') = (voters is not null)),
        constraint prioritisation_mail_ends check (mode <> 'MAIL' or state <> 'OPEN' or closes_at is not null)
      );
      create index prioritisation_list on prioritisation (created_at desc, id desc);
      create index prioritisation_meeting on prioritisation (meeting_id);
      create index prioritisation_network on prioritisation (network_id);
      create index prioritisation_due on prioritisation (closes_at) where state = 'OPEN';

      create table prioritisation_option (
        id uuid primary key,
        prioritisation_id uuid not null references prioritisation on delete cascade,
        priority_id uuid references action_priority,
        title text not null check (trim(title) <> ''),
        position integer not null check (position >= 1),
        -- Frozen when it was closed.
        points integer check (points >= 0),
        constraint prioritisation_option_place unique (prioritisation_id, position) deferrable initially deferred,
        constraint prioritisation_option_priority unique (prioritisation_id, priority_id)
      );
      create index prioritisation_option_of_priority on prioritisation_option (priority_id);

      -- Nobody's name: who holds a ballot is known to the mail or the phone that carries its secret and to no row.
      -- The id is random and there is no time, so that their order tells nothing either.
      create table prioritisation_ballot (
        id uuid primary key,
        prioritisation_id uuid not null references prioritisation on delete cascade,
        token_hash text not null unique,
        given boolean not null default false
      );
      create index prioritisation_ballot_of on prioritisation_ballot (prioritisation_id);

      create table prioritisation_points (
        ballot_id uuid not null references prioritisation_ballot on delete cascade,
        option_id uuid not null references prioritisation_option on delete cascade,
        points integer not null check (points >= 1),
        primary key (ballot_id, option_id)
      );
      create index prioritisation_points_option on prioritisation_points (option_id);

      -- Whatever a service forgets: nobody gives more than they have, and nothing is given to what is not open.
      create function prioritisation_points_bound() returns trigger language plpgsql as $$
      declare
        asked record;
      begin
        select p.state, p.points_per_person, p.most_per_option,
               (select sum(points) from prioritisation_points where ballot_id = new.ballot_id) as given
          into asked
          from prioritisation_ballot ballot join prioritisation p on p.id = ballot.prioritisation_id
          where ballot.id = new.ballot_id
            and exists (select 1 from prioritisation_option where id = new.option_id and prioritisation_id = p.id);
        if asked.state is distinct from 'OPEN' or asked.given > asked.points_per_person
           or new.points > coalesce(asked.most_per_option, asked.points_per_person) then
          raise exception 'points beyond what a ballot may give' using errcode = '23514', constraint = 'prioritisation_points_bound';
        end if;
        return null;
      end $$;
      create trigger bound after insert or update on prioritisation_points for each row execute function prioritisation_points_bound();

      create function prioritisation_result_stays() returns trigger language plpgsql as $$
      begin
        if old.state = 'CLOSED' then
          raise exception 'a closed prioritisation cannot be changed' using errcode = '42501';
        end if;
        return coalesce(new, old);
      end $$;
      create trigger stays before update or delete on prioritisation for each row execute function prioritisation_result_stays();

      create function prioritisation_option_stays() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from prioritisation where id = old.prioritisation_id and state = 'CLOSED') then
          raise exception 'the result of a closed prioritisation cannot be changed' using errcode = '42501';
        end if;
        return coalesce(new, old);
      end $$;
      create trigger stays before update or delete on prioritisation_option for each row execute function prioritisation_option_stays();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
