import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which Hinweise speak for which Befund, directly or through an argument, each pair once: pages that tell thousands of
 * them do not put them together anew. The view says what is to stand there; a test holds both side by side.
 */
export class KeptVoicesOfFindings1760000004130 implements MigrationInterface {
  name = 'KeptVoicesOfFindings1760000004130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table finding_voice (
        finding_id uuid not null references finding on delete cascade,
        feedback_id uuid not null references feedback on delete cascade,
        -- By so many ways it leads there, and on so many of them something else is said by now.
        ways integer not null,
        changed integer not null,
        -- Of the Befund: it is not dropped. Of the Hinweis: it was read and not turned away, it would be a gap without
        -- its Befund, its first field, when it came and what it thinks.
        finding_stands boolean not null,
        feedback_stands boolean not null,
        feedback_open boolean not null,
        field_id uuid references field_of_action,
        received_at timestamptz not null,
        sentiment text,
        primary key (finding_id, feedback_id)
      );

      create function feedback_stands(it feedback) returns boolean immutable language sql as $$
        select it.state in ('TRIAGED', 'LINKED', 'DECIDED', 'ANSWERED', 'ARCHIVED') $$;
      create function feedback_open(it feedback) returns boolean immutable language sql as $$
        select it.counted_with_id is null and (it.decision in ('NOTED', 'NOT_INCORPORATED', 'OUT_OF_SCOPE')) is not true $$;

      create view finding_voiced as
        select said.finding_id, said.feedback_id, count(*)::int as ways, (count(*) filter (where said.changed))::int as changed,
               finding.state <> 'DROPPED' as finding_stands, feedback_stands(feedback) as feedback_stands,
               feedback_open(feedback) as feedback_open, feedback.primary_field_id as field_id, feedback.received_at, feedback.sentiment
        from (
          select link.finding_id, link.feedback_id, link.feedback_changed as changed from finding_evidence link where link.feedback_id is not null
          union all
          select link.finding_id, carried.feedback_id, link.fingerprint <> argument.fingerprint
          from finding_evidence link join argument on argument.id = link.argument_id
            join argument_feedback carried on carried.argument_id = link.argument_id) said
          join finding on finding.id = said.finding_id join feedback on feedback.id = said.feedback_id
        group by said.finding_id, said.feedback_id, finding.id, feedback.id;
      insert into finding_voice select * from finding_voiced;
      -- Both in an order in which nothing is left to sort.
      create index finding_voice_by_finding on finding_voice (finding_id) include (changed, finding_stands, feedback_stands, sentiment);
      create index finding_voice_by_feedback on finding_voice (feedback_id)
        include (finding_id, changed, finding_stands, feedback_stands, feedback_open, field_id, received_at);
      create index finding_voice_field on finding_voice (field_id);

      -- Neither end changes its state unseen while the pair is written down.
      create function keep_voice(of_finding uuid, of_feedback uuid, more integer, more_changed integer) returns void language plpgsql as $$
      begin
        if more > 0 then
          insert into finding_voice
            select finding.id, feedback.id, more, more_changed, finding.state <> 'DROPPED', feedback_stands(feedback), feedback_open(feedback),
                   feedback.primary_field_id, feedback.received_at, feedback.sentiment
            from finding, feedback where finding.id = of_finding and feedback.id = of_feedback for share of finding, feedback
          on conflict (finding_id, feedback_id) do update
            set ways = finding_voice.ways + excluded.ways, changed = finding_voice.changed + excluded.changed;
        else
          update finding_voice set ways = ways + more, changed = changed + more_changed
            where finding_id = of_finding and feedback_id = of_feedback;
          delete from finding_voice where finding_id = of_finding and feedback_id = of_feedback and ways = 0;
        end if;
      end $$;

      create function voices_of_evidence(link finding_evidence) returns table (finding_id uuid, feedback_id uuid, changed integer) language sql as $$
        select link.finding_id, link.feedback_id, (link.fingerprint <> link.feedback_fingerprint)::int where link.feedback_id is not null
        union all
        select link.finding_id, carried.feedback_id, (link.fingerprint <> argument.fingerprint)::int
        from argument join argument_feedback carried on carried.argument_id = argument.id where argument.id = link.argument_id
        order by 2
      $$;

      -- Who adds evidence and who adds to its argument would not see each other: the argument lets one after the other in.
      create function keep_voices_of_evidence() returns trigger language plpgsql as $$
      begin
        perform from argument where id in (old.argument_id, new.argument_id) order by id for no key update;
        if tg_op <> 'INSERT' then
          perform keep_voice(voice.finding_id, voice.feedback_id, -1, -voice.changed) from voices_of_evidence(old) voice;
        end if;
        if tg_op <> 'DELETE' then
          perform keep_voice(voice.finding_id, voice.feedback_id, 1, voice.changed) from voices_of_evidence(new) voice;
        end if;
        return null;
      end $$;
      create trigger voices after insert or delete or update of finding_id, feedback_id, argument_id, fingerprint, feedback_fingerprint
        on finding_evidence for each row execute function keep_voices_of_evidence();

      create function keep_voices_of_argument() returns trigger language plpgsql as $$
      begin
        perform from argument where id in (old.argument_id, new.argument_id) order by id for no key update;
        perform keep_voice(link.finding_id, carried.feedback_id, step, step * (link.fingerprint <> argument.fingerprint)::int)
        from (values (1, old.argument_id, old.feedback_id, -1), (2, new.argument_id, new.feedback_id, 1)) carried (place, argument_id, feedback_id, step)
          join argument on argument.id = carried.argument_id join finding_evidence link on link.argument_id = argument.id
        order by place, link.finding_id;
        return null;
      end $$;
      create trigger voices after insert or delete or update of argument_id, feedback_id on argument_feedback
        for each row execute function keep_voices_of_argument();

      create function keep_changed_voices() returns trigger language plpgsql as $$
      begin
        update finding_voice it
          set changed = it.changed + (link.fingerprint <> new.fingerprint)::int - (link.fingerprint <> old.fingerprint)::int
        from finding_evidence link join argument_feedback carried on carried.argument_id = link.argument_id
        where link.argument_id = new.id and it.finding_id = link.finding_id and it.feedback_id = carried.feedback_id;
        return null;
      end $$;
      create function keep_voice_of_feedback() returns trigger language plpgsql as $$
      begin
        update finding_voice set feedback_stands = feedback_stands(new), feedback_open = feedback_open(new), field_id = new.primary_field_id,
            received_at = new.received_at, sentiment = new.sentiment where feedback_id = new.id;
        return null;
      end $$;
      create trigger voices after update of state, decision, counted_with_id, primary_field_id, received_at, sentiment on feedback
        for each row when ((old.state, old.decision, old.counted_with_id, old.primary_field_id, old.received_at, old.sentiment)
          is distinct from (new.state, new.decision, new.counted_with_id, new.primary_field_id, new.received_at, new.sentiment))
        execute function keep_voice_of_feedback();

      create function keep_voices_of_finding() returns trigger language plpgsql as $$
      begin
        update finding_voice set finding_stands = new.state <> 'DROPPED' where finding_id = new.id;
        return null;
      end $$;
      create trigger voices after update of state on finding for each row when ((old.state = 'DROPPED') <> (new.state = 'DROPPED'))
        execute function keep_voices_of_finding();

      create trigger voices after update on argument for each row when (old.fingerprint <> new.fingerprint)
        execute function keep_changed_voices();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
