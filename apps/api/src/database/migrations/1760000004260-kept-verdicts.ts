import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is to be said of each measure is kept with the day from which it is behind: hundreds of verdicts are read instead of
 * worked out from all values each time. The function says what is to stand there; a test holds both side by side.
 */
export class KeptVerdicts1760000004260 implements MigrationInterface {
  name = 'KeptVerdicts1760000004260';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- 1 worsened, 2 unchanged, 4 on course until \`behind_from\` and then 3, behind, 5 reached, 6 no verdict. Of several goals
      -- the worst leads. What is on course at its target's end stays so.
      create function measures_judged(until date) returns table (measure_id uuid, place integer, behind_from date, seen_until date)
        stable language sql as $$
        select judged.measure_id, min(judged.place), min(judged.behind_from) filter (where judged.place = 4), max(judged.seen_on)
        from (
          select goal.measure_id, actual.seen_on, case
              when share.gone is null then 6
              when share.gone < -0.05 - 1e-9 then 1
              when share.gone <= 0.05 + 1e-9 then 2
              when case when goal.target > goal.baseline then actual.value >= goal.target else actual.value <= goal.target end then 5
              else 4 end as place,
            case when share.gone + 0.1 + 1e-9 < 1
              then goal.baseline_on + floor((share.gone + 0.1 + 1e-9) * (goal.target_on - goal.baseline_on))::integer + 1 end as behind_from
          from evaluation_goal goal
          left join lateral (select seen.value, seen.seen_on from evaluation_value seen
            where seen.goal_id = goal.id and seen.seen_on > goal.baseline_on and seen.seen_on <= until
            order by seen.seen_on desc limit 1) actual on true
          left join lateral (select (actual.value - goal.baseline) / nullif(goal.target - goal.baseline, 0) as gone) share on true) judged
        group by judged.measure_id
      $$;

      create table measure_verdict (
        measure_id uuid primary key references evaluation on delete cascade,
        place integer not null,
        behind_from date,
        -- The day of its newest value: before it, another one counts.
        seen_until date
      );
      create function verdict_place(of_measure uuid, today date) returns integer stable language sql as $$
        select case when judged.behind_from <= today then least(judged.place, 3) else judged.place end
        from measures_judged(today) judged where judged.measure_id = of_measure
      $$;
      insert into measure_verdict select * from measures_judged('infinity');

      -- Two who change goals of one measure would not see each other: its evaluation lets one after the other in.
      create function keep_verdict(of_measure uuid) returns void language plpgsql as $$
      begin
        perform from evaluation where measure_id = of_measure for no key update;
        delete from measure_verdict where measure_id = of_measure;
        insert into measure_verdict select * from measures_judged('infinity') judged where judged.measure_id = of_measure;
      end $$;

      create function keep_verdict_of_goal() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'INSERT' then perform keep_verdict(old.measure_id); end if;
        if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.measure_id <> old.measure_id) then perform keep_verdict(new.measure_id); end if;
        return null;
      end $$;
      create trigger verdict after insert or delete or update of measure_id, baseline, baseline_on, target, target_on
        on evaluation_goal for each row execute function keep_verdict_of_goal();

      create function keep_verdict_of_value() returns trigger language plpgsql as $$
      begin
        perform keep_verdict(of_measure.measure_id)
        from (select distinct goal.measure_id from evaluation_goal goal where goal.id in (old.goal_id, new.goal_id) order by 1) of_measure;
        return null;
      end $$;
      create trigger verdict after insert or delete or update of goal_id, seen_on, value
        on evaluation_value for each row execute function keep_verdict_of_value();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
