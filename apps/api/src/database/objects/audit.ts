/**
 * Triggers for every audited table. Arguments: mode ('values' or 'names') and the personal columns, which stand
 * in the event as salted hashes and in clear only in audit_value, so that erasure can delete them while the chain
 * still verifies. Where an hour would name somebody, `rt.day_only` holds the day.
 *
 * What is added or removed is written for a whole statement at once: a list of 100,000 rows would otherwise spend
 * most of its time here. What is changed needs its row before and after, and only a row trigger has both.
 */
export const auditFunctions = `
create or replace function audit_event_at() returns timestamptz language sql volatile as
  $$ select coalesce(nullif(current_setting('rt.day_only', true), '')::timestamptz, clock_timestamp()) $$;

create or replace function audit_hash(salt uuid, value text) returns text language sql immutable as
  $$ select encode(sha256(convert_to(salt::text || coalesce(value, ''), 'UTF8')), 'hex') $$;

create or replace function audit_actor(changed text) returns text language plpgsql stable as $$
declare
  actor text := current_setting('rt.actor', true);
begin
  if coalesce(actor, '') = '' then
    raise exception 'change of % without an actor', changed using errcode = '42501';
  end if;
  return actor;
end $$;

create or replace function audit_row() returns trigger language plpgsql as $$
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

create or replace function audit_statement() returns trigger language plpgsql as $$
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
`;

export function auditTriggers(table: string, mode: 'values' | 'names', personal: readonly string[]): string {
  const asked = `'${mode}', '${personal.join(',')}'`;
  return `
    create trigger audit after update on ${table} for each row execute function audit_row(${asked});
    create trigger audit_added after insert on ${table} referencing new table as affected for each statement execute function audit_statement(${asked});
    create trigger audit_removed after delete on ${table} referencing old table as affected for each statement execute function audit_statement(${asked});`;
}
