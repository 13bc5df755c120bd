/**
 * The text of an event that is hashed, by the form of its seal, made by the database from what it stored so that it
 * can be made again. Of the first form two different events could have the same text, where one field ended with the
 * sign between two.
 */
export const auditTexts = {
  1: `concat_ws('|', event.id, extract(epoch from event.at)::text, event.actor, event.use_case, event.request_id,
        event.table_name, event.object_id, event.operation, event.changes::text)`,
  2: `jsonb_build_array(2, event.id, extract(epoch from event.at)::text, event.actor, event.use_case, event.request_id,
        event.table_name, event.object_id, event.operation, event.changes)::text`,
} as const;

/** What personal values stand as in an event. */
export const auditHash = (salt: string, value: string): string =>
  `encode(sha256(convert_to(${salt}::text || coalesce(${value}, ''), 'UTF8')), 'hex')`;

/**
 * Only these functions write the audit: they run with the rights of its owner, and the application has none there.
 *
 * Triggers for every audited table. Arguments: mode ('values' or 'names') and the personal columns, which stand
 * in the event as salted hashes and in clear only in audit_value, so that erasure can delete them while the chain
 * still verifies. Where an hour would name somebody, `rt.day_only` holds the day.
 *
 * What is added or removed is written for a whole statement at once: a list of 100,000 rows would otherwise spend
 * most of its time here. What is changed needs its row before and after, and only a row trigger has both.
 */
export const auditFunctions = `
create or replace function audit_event_at() returns timestamptz language sql volatile as
  $$ select case when current_setting('rt.day_only', true) = 'on' then date_trunc('day', clock_timestamp(), 'Europe/Berlin') else clock_timestamp() end $$;

create or replace function audit_hash(salt uuid, value text) returns text language sql immutable as
  $$ select ${auditHash('salt', 'value')} $$;

create or replace function audit_actor(changed text) returns text language plpgsql stable as $$
declare
  actor text := current_setting('rt.actor', true);
begin
  if coalesce(actor, '') = '' then
    raise exception 'change of % without an actor', changed using errcode = '42501';
  end if;
  return actor;
end $$;

create or replace function audit_row() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  by_name boolean := tg_argv[0] = 'names';
  personal text[] := string_to_array(coalesce(tg_argv[1], ''), ',');
  actor text := audit_actor(tg_table_name);
  before_row jsonb := to_jsonb(old);
  after_row jsonb := to_jsonb(new);
begin
  with changed as materialized (
    select key, before, after, not by_name and key = any (personal) as held, gen_random_uuid() as salt
    from (select key, before_row -> key as before, value as after from jsonb_each(after_row)) as field
    where before is distinct from after
  ), event as (
    insert into audit_event (at, actor, use_case, request_id, table_name, object_id, operation, changes)
    select audit_event_at(), actor, coalesce(current_setting('rt.use_case', true), ''), coalesce(current_setting('rt.request_id', true), ''),
           tg_table_name, nullif(after_row ->> 'id', '')::uuid, tg_op,
           jsonb_object_agg(key, case when by_name then '[]'::jsonb
             when held then jsonb_build_array(audit_hash(salt, before #>> '{}'), audit_hash(salt, after #>> '{}'))
             else jsonb_build_array(before, after) end)
    from changed having count(*) > 0 returning id
  )
  insert into audit_value (event_id, column_name, salt, before_value, after_value)
  select event.id, key, salt, before #>> '{}', after #>> '{}' from event, changed where held;
  return null;
end $$;

create or replace function audit_statement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  by_name boolean := tg_argv[0] = 'names';
  personal text[] := string_to_array(coalesce(tg_argv[1], ''), ',');
  gone boolean := tg_op = 'DELETE';
  actor text;
begin
  if not exists (select from affected) then return null; end if;
  actor := audit_actor(tg_table_name);
  with line as materialized (
    select nextval('audit_event_id_seq') as event, to_jsonb(affected) as fields from affected
  ), field as materialized (
    select event, key, value, not by_name and key = any (personal) as held, gen_random_uuid() as salt
    from line, lateral jsonb_each(fields) where value <> 'null'::jsonb
  ), changed as (
    select event, jsonb_object_agg(key, case when by_name then '[]'::jsonb
        when held and gone then jsonb_build_array(audit_hash(salt, value #>> '{}'), audit_hash(salt, null))
        when held then jsonb_build_array(audit_hash(salt, null), audit_hash(salt, value #>> '{}'))
        when gone then jsonb_build_array(value, null)
        else jsonb_build_array(null, value) end) as changes
    from field group by event
  ), events as (
    insert into audit_event (id, at, actor, use_case, request_id, table_name, object_id, operation, changes) overriding system value
    select event, audit_event_at(), actor, coalesce(current_setting('rt.use_case', true), ''), coalesce(current_setting('rt.request_id', true), ''),
           tg_table_name, nullif(fields ->> 'id', '')::uuid, tg_op, changes
    from line join changed using (event) order by event
  )
  insert into audit_value (event_id, column_name, salt, before_value, after_value)
  select event, key, salt, case when gone then value #>> '{}' end, case when not gone then value #>> '{}' end from field where held;
  return null;
end $$;

-- Otherwise a table of the application's own could write with them whatever it likes.
revoke execute on function audit_row(), audit_statement() from public;

-- Seals the next events, at most so many, and answers how many: each hash is made of the one before it and its event.
-- Ids are given before the commit, so that those of a long transaction come late: what lies behind the mark is looked
-- through once more when no transaction of that time is left. A mark from before a restore waits for nobody.
create or replace function audit_seal_next(most integer) returns integer language plpgsql security definer
  set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  mark audit_seal_mark;
  settled boolean;
  newest bigint;
  started xid8;
  place bigint;
  previous text;
  behind bigint;
  due record;
  sealed integer := 0;
begin
  select * into mark from audit_seal_mark for update;
  settled := mark.pending_xid is null or mark.pending_xid <= pg_snapshot_xmin(pg_current_snapshot())
    or mark.pending_xid > pg_snapshot_xmax(pg_current_snapshot());
  select max(id), pg_snapshot_xmax(pg_current_snapshot()) into newest, started from audit_event;
  select position, hash into place, previous from audit_seal order by position desc limit 1;
  place := coalesce(place, 0);
  previous := coalesce(previous, repeat('0', 64));
  behind := case when settled then mark.settled_id else mark.reached_id end;
  for due in
    select event.id, ${auditTexts[2]} as text from audit_event event
    where event.id > behind and not exists (select from audit_seal where event_id = event.id and event_id > behind)
    order by event.id limit most
  loop
    place := place + 1;
    sealed := sealed + 1;
    previous := encode(sha256(convert_to(previous || E'\\n' || due.text, 'UTF8')), 'hex');
    insert into audit_seal (position, event_id, hash, form) values (place, due.id, previous, 2);
    mark.reached_id := greatest(mark.reached_id, due.id);
  end loop;
  if settled then
    mark.settled_id := greatest(mark.settled_id, case when sealed < most then mark.pending_id else least(due.id, mark.pending_id) end);
    if mark.settled_id = mark.pending_id then
      mark.pending_id := newest;
      mark.pending_xid := started;
    end if;
  end if;
  update audit_seal_mark set settled_id = mark.settled_id, reached_id = mark.reached_id, pending_id = mark.pending_id, pending_xid = mark.pending_xid;
  return sealed;
end $$;
`;

export function auditTriggers(table: string, mode: 'values' | 'names', personal: readonly string[]): string {
  const asked = `'${mode}', '${personal.join(',')}'`;
  return `
    create trigger audit after update on ${table} for each row execute function audit_row(${asked});
    create trigger audit_added after insert on ${table} referencing new table as affected for each statement execute function audit_statement(${asked});
    create trigger audit_removed after delete on ${table} referencing old table as affected for each statement execute function audit_statement(${asked});`;
}
