import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many Hinweise of each source, state and decision a field of action has, kept by the database itself: pages that tell
 * it read some dozen rows instead of counting 200,000. The view says what is to stand there; a test holds both side by side.
 */
export class KeptCountsOfFeedback1760000004110 implements MigrationInterface {
  name = 'KeptCountsOfFeedback1760000004110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table feedback_count (
        -- null: those that have no field yet.
        field_id uuid references field_of_action on delete cascade,
        -- Not their first field, beside another first one.
        further boolean not null,
        source text not null,
        state text not null,
        decision text,
        -- Not counted with another one.
        alone boolean not null,
        count integer not null,
        constraint feedback_count_once unique nulls not distinct (field_id, further, source, state, decision, alone)
      );

      create view feedback_counted as
        select field_id, further, source, state, decision, alone, count(*)::int as count from (
          select primary_field_id as field_id, false as further, source, state, decision, counted_with_id is null as alone from feedback
          union all
          select link.field_id, true, it.source, it.state, it.decision, it.counted_with_id is null
          from feedback_field link join feedback it on it.id = link.feedback_id and it.primary_field_id <> link.field_id) said
        group by 1, 2, 3, 4, 5, 6;
      insert into feedback_count select * from feedback_counted;

      -- Always in the same order: two that change the same counts wait for each other instead of for ever.
      create function count_feedback() returns trigger language plpgsql as $$
      begin
        insert into feedback_count
          select field_id, further, source, state, decision, alone, sum(step) from (
            select it.primary_field_id as field_id, false as further, it.source, it.state, it.decision, it.counted_with_id is null as alone, step
            from (select new.*, 1 as step where new.id is not null union all select old.*, -1 where old.id is not null) it
            union all
            select link.field_id, true, it.source, it.state, it.decision, it.counted_with_id is null, step
            from (select new.*, 1 as step where new.id is not null union all select old.*, -1 where old.id is not null) it
              join feedback_field link on link.feedback_id = it.id and link.field_id <> it.primary_field_id) changed
          group by 1, 2, 3, 4, 5, 6 having sum(step) <> 0 order by 1, 2, 3, 4, 5, 6
          on conflict on constraint feedback_count_once do update set count = feedback_count.count + excluded.count;
        return null;
      end $$;
      create trigger counted after insert or delete or update of primary_field_id, source, state, decision, counted_with_id on feedback
        for each row execute function count_feedback();

      create function count_further_field() returns trigger language plpgsql as $$
      begin
        insert into feedback_count
          select link.field_id, true, it.source, it.state, it.decision, it.counted_with_id is null, sum(step)
          from (values (new.feedback_id, new.field_id, 1), (old.feedback_id, old.field_id, -1)) link (feedback_id, field_id, step)
            join feedback it on it.id = link.feedback_id and it.primary_field_id <> link.field_id
          group by 1, 2, 3, 4, 5, 6 having sum(step) <> 0 order by 1, 2, 3, 4, 5, 6
          on conflict on constraint feedback_count_once do update set count = feedback_count.count + excluded.count;
        return null;
      end $$;
      create trigger counted after insert or delete or update on feedback_field for each row execute function count_further_field();

      -- Otherwise they would go after their Hinweis, when nobody knows any more what it was.
      create function further_fields_go_first() returns trigger language plpgsql as $$
      begin
        delete from feedback_field where feedback_id = old.id;
        return old;
      end $$;
      create trigger counted_before before delete on feedback for each row execute function further_fields_go_first();

      -- Whether thousands of voices praise or complain is looked up without reading what else is known of them.
      create index feedback_opinion on feedback (id) include (sentiment) where sentiment in ('POSITIVE', 'NEGATIVE');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
