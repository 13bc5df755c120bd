/**
 * One trigger for every audited table. Arguments: mode ('values' or 'names') and the personal columns,
 * which stand in the event as salted hashes and in clear only in audit_value, so that erasure can
 * delete them while the chain still verifies. Where an hour would name somebody, `rt.day_only` holds the day.
 */
export const auditFunction = `
create or replace function audit_row() returns trigger language plpgsql as $$
declare
  mode text := tg_argv[0];
  personal text[] := string_to_array(coalesce(tg_argv[1], ''), ',');
  actor text := current_setting('rt.actor', true);
  before_row jsonb := case when tg_op = 'INSERT' then '{}'::jsonb else to_jsonb(old) end;
  after_row jsonb := case when tg_op = 'DELETE' then '{}'::jsonb else to_jsonb(new) end;
  changes jsonb := '{}'::jsonb;
  held jsonb := '[]'::jsonb;
  column_name text;
  salt uuid;
  event bigint;
begin
  if coalesce(actor, '') = '' then
    raise exception 'change of % without an actor', tg_table_name using errcode = '42501';
  end if;
  for column_name in select key from jsonb_object_keys(before_row || after_row) as key order by key loop
    if before_row -> column_name is not distinct from after_row -> column_name then continue; end if;
    if tg_op <> 'UPDATE' and coalesce(before_row ->> column_name, after_row ->> column_name) is null then continue; end if;
    if mode = 'names' then
      changes := changes || jsonb_build_object(column_name, '[]'::jsonb);
    elsif column_name = any (personal) then
      salt := gen_random_uuid();
      changes := changes || jsonb_build_object(column_name, jsonb_build_array(
        encode(sha256(convert_to(salt::text || coalesce(before_row ->> column_name, ''), 'UTF8')), 'hex'),
        encode(sha256(convert_to(salt::text || coalesce(after_row ->> column_name, ''), 'UTF8')), 'hex')));
      held := held || jsonb_build_object('column', column_name, 'salt', salt,
        'before', before_row ->> column_name, 'after', after_row ->> column_name);
    else
      changes := changes || jsonb_build_object(column_name,
        jsonb_build_array(before_row -> column_name, after_row -> column_name));
    end if;
  end loop;
  if changes = '{}'::jsonb then return null; end if;
  insert into audit_event (at, actor, use_case, request_id, table_name, object_id, operation, changes)
  values (coalesce(nullif(current_setting('rt.day_only', true), '')::timestamptz, clock_timestamp()),
          actor, coalesce(current_setting('rt.use_case', true), ''), coalesce(current_setting('rt.request_id', true), ''),
          tg_table_name, nullif(coalesce(after_row ->> 'id', before_row ->> 'id'), '')::uuid, tg_op, changes)
  returning id into event;
  insert into audit_value (event_id, column_name, salt, before_value, after_value)
  select event, value ->> 'column', (value ->> 'salt')::uuid, value ->> 'before', value ->> 'after'
  from jsonb_array_elements(held);
  return null;
end $$;
`;
