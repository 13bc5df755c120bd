import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type {
  AttachmentItem,
  AttachmentOwner,
  AttachmentListItem,
  AttachmentPage,
  AttachmentPart,
  AttachmentsOfObject,
  AttachmentVersionView,
  AttachmentView,
  PublicAttachment,
} from '@runder-tisch/domain/attachments';
import type { AttachmentQuery } from '@runder-tisch/domain/attachments/attachments-requests';
import { hasRole, type Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { byId, listPage } from '../database/list-page';
import { contains } from '../database/words';
import { ofObject } from '../of-object';
import {
  changeableAttachments,
  openAttachments,
  seenAttachments,
  visibleAttachments,
} from './attachments-access';
import { carrierNamed, carriers, levelsOf } from './carriers';

/** A version with the file behind it, for whoever may have it. */
export interface AttachedFile {
  title: string;
  ending: string;
  number: number;
  current: boolean;
  fileId: string;
  size: number;
}

/** So many the office has counted for it. */
const COUNTED = 1000;

type OwnerRow = { ownerKind: string; ownerId: string; ownerTitle: string | null };

@Injectable()
export class AttachmentsRepository {
  constructor(private readonly database: Database) {}

  /** All the viewer may see, what changed last first. */
  async list(viewer: Viewer, query: AttachmentQuery): Promise<AttachmentPage> {
    const { rows, asks } = seenAttachments(carriers, viewer);
    // The office sees most of what there is: a page of it is found before all others have been asked for.
    const few = asks && !hasRole(viewer, 'admin', 'planner', 'coordinator');
    const where: Sql[] = few ? [] : [visibleAttachments(carriers, viewer)];
    if (query.kind) where.push(sql`it.object_kind = ${query.kind}`);
    if (query.visibility) where.push(sql`it.visibility = ${query.visibility}`);
    if (query.search) where.push(contains(sql`it.title`, query.search));
    const found = await listPage<AttachmentItem & OwnerRow>(this.database, query, {
      from: few ? sql`(${rows})` : raw('attachment'),
      once: few,
      ...(few
        ? {}
        : {
            total: sql`(select count(*)::int from (select 1 from matching limit ${raw(String(COUNTED + 1))}) counted)`,
          }),
      where,
      order: [{ by: raw('it.changed_at'), type: 'timestamptz' }, byId],
      descending: true,
      columns: sql`${columns}, ${ownerColumns()}`,
      joins: currentVersion,
    });
    const atLeast = !few && found.total > COUNTED;
    return { ...found, items: found.items.map(withOwner), total: atLeast ? COUNTED : found.total, atLeast };
  }

  /** Everything on one object that the viewer may see, and what they may do there. */
  async of(viewer: Viewer, kindName: string, id: string): Promise<AttachmentsOfObject> {
    const { kind, table, title, visible, attachments } = carrierNamed(kindName);
    const { parts } = attachments;
    const owner = await this.database.found<{
      title: string;
      mayChange: boolean;
      parts: AttachmentPart[];
    }>(sql`
      select ${raw(title)} as title, coalesce(${attachments.change(viewer)}, false) as "mayChange",
        ${
          parts
            ? sql`coalesce((select json_agg(json_build_object('id', part.id, 'title', part.title) order by part.position)
                from (${parts.rows(sql`${id}::uuid`, viewer)}) part), '[]')`
            : sql`'[]'::json`
        } as parts
      from ${raw(table)} it where it.id = ${id} and ${visible(viewer)}`);
    const seen = visibleAttachments(carriers, viewer);
    const back = owner.mayChange ? sql`it.deleted_at is not null` : sql`false`;
    const rows = await this.database.rows<AttachmentItem>(sql`
      select ${columns} from attachment it ${currentVersion}
      where it.object_id = ${id} and it.object_kind = ${kind} and (${seen} or ${back})
      order by lower(it.title) collate "de-x-icu", it.id`);
    return {
      owner: ownerOf({ ownerKind: kind, ownerId: id, ownerTitle: owner.title }),
      mayChange: owner.mayChange,
      levels: levelsOf(attachments),
      partLabel: parts?.label ?? null,
      parts: owner.parts,
      items: rows.filter(({ deletedAt }) => deletedAt === null),
      deleted: rows.filter(({ deletedAt }) => deletedAt !== null),
    };
  }

  async find(viewer: Viewer, id: string): Promise<AttachmentView> {
    const { history, mayChange, ...row } = await this.database.found<
      AttachmentItem & OwnerRow & { history: AttachmentVersionView[]; mayChange: boolean }
    >(sql`
      select ${columns}, ${ownerColumns()}, coalesce(${changeableAttachments(carriers, viewer)}, false) as "mayChange",
        (select json_agg(${versionOf('past')} order by past.number desc) from attachment_version past where past.attachment_id = it.id) as history
      from attachment it ${currentVersion} where it.id = ${id} and ${visibleAttachments(carriers, viewer)}`);
    const item = withOwner(row);
    return { ...item, mayChange, levels: levelsOf(carrierNamed(item.owner.kind).attachments), history };
  }

  /** The file of one version; null takes the one that counts. */
  file(viewer: Viewer, id: string, number: number | null): Promise<AttachedFile> {
    return this.fileWhere(sql`it.id = ${id} and ${visibleAttachments(carriers, viewer)}`, number);
  }

  /** The file that counts, for everybody. */
  openFile(id: string): Promise<AttachedFile> {
    return this.fileWhere(sql`it.id = ${id} and ${openAttachments(carriers)}`, null);
  }

  /** What everybody may have of these objects, by object. */
  async open(kind: string, ids: readonly string[]): Promise<Map<string, PublicAttachment[]>> {
    const rows = await this.database.rows<PublicAttachment & { objectId: string }>(sql`
      select it.id, it.title, current.ending, current.size, it.object_id as "objectId"
      from attachment it ${currentVersion}
      where it.object_id = any(${ids}::uuid[]) and it.object_kind = ${kind} and ${openAttachments(carriers)}
      order by lower(it.title) collate "de-x-icu", it.id`);
    const found = new Map<string, PublicAttachment[]>();
    for (const { objectId, ...file } of rows) found.set(objectId, [...(found.get(objectId) ?? []), file]);
    return found;
  }

  private fileWhere(condition: Sql, number: number | null): Promise<AttachedFile> {
    const wanted = number === null ? sql`it.current_number` : sql`${number}`;
    return this.database.found<AttachedFile>(sql`
      select it.title, wanted.ending, wanted.number, wanted.number = it.current_number as current, wanted.file_id as "fileId", wanted.size
      from attachment it join attachment_version wanted on wanted.attachment_id = it.id and wanted.number = ${wanted}
      where ${condition}`);
  }
}

const currentVersion = sql`join attachment_version current on current.attachment_id = it.id and current.number = it.current_number`;

function versionOf(alias: string): Sql {
  const at = raw(alias);
  return sql`json_build_object('number', ${at}.number, 'fileName', ${at}.file_name, 'ending', ${at}.ending, 'size', ${at}.size,
    'by', ${at}.by_name, 'at', ${at}.created_at, 'note', ${at}.note)`;
}

const columns = sql`it.id, it.version, it.title, it.visibility, it.part_id as "partId", ${versionOf('current')} as current,
  (select count(*)::int from attachment_version past where past.attachment_id = it.id) as versions, it.deleted_at as "deletedAt"`;

function ownerColumns(): Sql {
  const title = ofObject(carriers, (carrier) => raw(carrier.title));
  return sql`it.object_kind as "ownerKind", it.object_id as "ownerId", ${title} as "ownerTitle"`;
}

function withOwner({
  ownerKind,
  ownerId,
  ownerTitle,
  ...item
}: AttachmentItem & OwnerRow): AttachmentListItem {
  return { ...item, owner: ownerOf({ ownerKind, ownerId, ownerTitle }) };
}

function ownerOf({ ownerKind, ownerId, ownerTitle }: OwnerRow): AttachmentOwner {
  const { kind, label, path } = carrierNamed(ownerKind);
  return { kind, label, id: ownerId, title: ownerTitle ?? label, path: path.replace(':id', ownerId) };
}
