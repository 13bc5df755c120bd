import { key, lot, oneOf } from './keys';

const AMOUNT = 20_000;
const titles = ['Protokoll', 'Vorlage', 'Lageplan', 'Haushaltsentwurf', 'Faltblatt', 'Bericht', 'Satzung'];

/** Unterlagen on meetings, organisations, networks and Hinweise, without the bytes nobody lists. */
export function attachments(scale: number): string[] {
  const amount = Math.round(AMOUNT * scale);
  const every = `generate_series(1, ${amount}) as n`;
  const at = `timestamptz '2025-06-30 12:00Z' - n * interval '20 minutes'`;
  const drawn = (table: string): string =>
    `(select id, row_number() over (order by id) as place from ${table}) as carrier`;
  const on = (kind: string, table: string, part: number, column: 'owner_id' | 'organisation_id'): string =>
    `insert into attachment (id, object_kind, ${column}, title, visibility, current_number, created_at, changed_at)
     select ${key('attachment', 'n')}, '${kind}', carrier.id, ${oneOf('attachment', 'n', titles)} || ' ' || n,
       ${kind === 'feedback' ? `'INTERNAL'` : oneOf('attachment-level', 'n', ['INTERNAL', 'MEMBERS', 'PUBLIC'])}, 1, ${at}, ${at}
     from ${every} cross join (select count(*) as many from ${table}) as carriers
       join ${drawn(table)} on carrier.place = 1 + ${lot(`attachment-${kind}`, 'n', 'carriers.many')}
     where n % 4 = ${part}`;
  return [
    `insert into file (id, name, media_type, size, sha256, created_at)
     select ${key('attachment-file', 'n')}, 'Unterlage.pdf', 'application/pdf', 100000, '', ${at} from ${every}`,
    on('meeting', 'meeting', 0, 'owner_id'),
    on('organisation', 'organisation', 1, 'organisation_id'),
    on('network', 'network', 2, 'owner_id'),
    on('feedback', 'feedback', 3, 'owner_id'),
    `insert into attachment_version (id, attachment_id, number, file_id, file_name, ending, size, by_name, created_at)
     select ${key('attachment-version', 'n')}, ${key('attachment', 'n')}, 1, ${key('attachment-file', 'n')}, 'Unterlage.pdf', 'pdf', 100000, 'Kim Beispiel', ${at} from ${every}`,
  ];
}
