import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { Contribution } from '../../contribution';
import { auditFunctions, auditTriggers } from './audit';

/** Functions, triggers, views and grants, made from what the areas contribute; applied when they changed. */
export async function applyObjects(
  client: Client,
  contributions: readonly Contribution[],
  appRole: string | null,
): Promise<void> {
  const tables = contributions.flatMap((contribution) => contribution.tables);
  const statements = [
    auditFunctions,
    ...tables.map(({ table, audit, personal }) =>
      [
        ...['audit', 'audit_added', 'audit_removed'].map((it) => `drop trigger if exists ${it} on ${table};`),
        audit === 'none' ? '' : auditTriggers(table, audit, personal?.columns ?? []),
      ].join(' '),
    ),
    ...contributions.flatMap(({ kinds = [] }) =>
      kinds.map(
        ({ kind, table, attachments }) =>
          `drop trigger if exists attachments_removed on ${table};${attachments ? attachmentsTrigger(kind, table) : ''}`,
      ),
    ),
    // Of older versions; the trace asks the areas' statements themselves.
    'drop view if exists trace_edge;',
    appRole ? grants(appRole) : '',
  ];
  const text = statements.join('\n');
  const hash = createHash('sha256').update(text).digest('hex');
  const known = await client.query<{ hash: string }>(
    `select hash from object_snapshot where name = 'objects'`,
  );
  if (known.rows[0]?.hash === hash) return;
  await client.query('begin');
  await client.query(text);
  await client.query(
    `insert into object_snapshot (name, hash) values ('objects', $1) on conflict (name) do update set hash = excluded.hash, applied_at = now()`,
    [hash],
  );
  await client.query('commit');
}

/** Unterlagen go with what they hang on: no foreign key could name objects of all kinds. */
function attachmentsTrigger(kind: string, table: string): string {
  return ` create trigger attachments_removed before delete on ${table} for each row execute function attachments_removed('${kind}');`;
}

/** The application has no DDL, and what the audit holds is written by its triggers and its seal alone. */
function grants(role: string): string {
  return `
    grant usage on schema public to "${role}";
    grant select, insert, update, delete on all tables in schema public to "${role}";
    grant usage, select on all sequences in schema public to "${role}";
    revoke insert, update, delete, truncate on audit_event, audit_value, audit_seal, audit_seal_mark from "${role}";
    revoke update, delete, truncate on audit_anchor from "${role}";
    revoke insert, update, delete on object_snapshot, migrations from "${role}";`;
}
