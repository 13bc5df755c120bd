import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  attachmentLimits,
  attachmentProblems,
  attachmentTypeOf,
  type AttachmentVisibility,
  fileNameParts,
} from '@runder-tisch/domain/attachments';
import type {
  AttachmentUpload,
  AttachmentVersionUpload,
  SaveAttachment,
} from '@runder-tisch/domain/attachments/attachments-requests';
import { systemViewer, type Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { changeable, forChange } from '../database/for-change';
import { newId } from '../database/new-id';
import { oneIn, rowsIn } from '../database/rows';
import { Files } from '../files/files';
import { type Upload, Uploads } from '../files/uploads';
import { Jobs } from '../jobs/jobs';
import { problem } from '../problem/problem';
import { Search } from '../search/search';
import { Attachment, AttachmentVersion } from './attachment.entity';
import { changeableAttachments, visibleAttachments } from './attachments-access';
import { carrierNamed, carriers } from './carriers';
import { checkFile } from './checking/check-file';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

interface Locked {
  id: string;
  objectKind: string;
  objectId: string;
  currentNumber: number;
  deletedAt: Date | null;
  version: number;
}

/** Files on objects: whoever may change the object's Unterlagen adds, renames, opens up, replaces and deletes them. */
@Injectable()
export class AttachmentsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly uploads: Uploads,
    private readonly search: Search,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(HOUR_MS, 'attachments.sweep', () => this.sweep());
  }

  /** Before 25 MB come in: whoever may not add here need not send them. */
  mayAdd(viewer: Viewer, { objectKind, objectId }: AttachmentUpload): Promise<unknown> {
    return this.database.read((tx) => changeable(tx, this.rights(viewer, objectKind), objectId));
  }

  mayChange(viewer: Viewer, id: string): Promise<unknown> {
    return this.database.read((tx) => changeable(tx, attachmentRights(viewer), id));
  }

  add(viewer: Viewer, request: AttachmentUpload, upload: Upload | null): Promise<{ id: string }> {
    return this.database.write(viewer, 'attachment.add', async (tx) => {
      const { objectKind, objectId, visibility } = request;
      await forChange(tx, this.rights(viewer, objectKind), objectId);
      assertLevel(objectKind, visibility);
      await assertPart(tx, viewer, objectKind, objectId, request.partId ?? null);
      await assertRoom(
        tx,
        sql`attachment where object_id = ${objectId} and object_kind = ${objectKind}`,
        attachmentLimits.perObject,
      );
      const id = newId();
      const now = this.clock.now();
      const ofOrganisation = objectKind === 'organisation';
      await tx.insert(Attachment, {
        id,
        objectKind,
        organisationId: ofOrganisation ? objectId : null,
        ownerId: ofOrganisation ? null : objectId,
        partId: request.partId ?? null,
        title: fileNameParts(request.name).title,
        visibility,
        currentNumber: 1,
        createdAt: now,
        changedAt: now,
        deletedAt: null,
        version: 1,
      });
      await this.keep(tx, viewer, { id, number: 1, name: request.name, note: '' }, upload);
      await this.search.refresh(tx, 'attachment', [id]);
      return { id };
    });
  }

  addVersion(
    viewer: Viewer,
    id: string,
    { name, note }: AttachmentVersionUpload,
    upload: Upload | null,
  ): Promise<void> {
    return this.database.write(viewer, 'attachment.add-version', async (tx) => {
      const attachment = await this.lock(tx, viewer, id);
      await assertRoom(tx, sql`attachment_version where attachment_id = ${id}`, attachmentLimits.versions);
      const last = await oneIn<{ number: number }>(
        tx,
        sql`select max(number) as number from attachment_version where attachment_id = ${id}`,
      );
      const number = (last?.number ?? 0) + 1;
      await this.keep(tx, viewer, { id, number, name, note: note ?? '' }, upload);
      await updateVersioned(tx, Attachment, id, attachment.version, {
        currentNumber: number,
        changedAt: this.clock.now(),
      });
    });
  }

  /** An older version counts again; the newer ones stay where they are. */
  restoreVersion(viewer: Viewer, id: string, number: number): Promise<void> {
    return this.database.write(viewer, 'attachment.restore-version', async (tx) => {
      const attachment = await this.lock(tx, viewer, id);
      await tx.findOneByOrFail(AttachmentVersion, { attachmentId: id, number }).catch(() => {
        throw problem(attachmentProblems, 'attachment-version-unknown');
      });
      await updateVersioned(tx, Attachment, id, attachment.version, {
        currentNumber: number,
        changedAt: this.clock.now(),
      });
    });
  }

  save(viewer: Viewer, id: string, version: number, request: SaveAttachment): Promise<void> {
    return this.database.write(viewer, 'attachment.change', async (tx) => {
      const { objectKind, objectId } = await this.lock(tx, viewer, id);
      const { title, visibility, partId } = request;
      assertLevel(objectKind, visibility);
      await assertPart(tx, viewer, objectKind, objectId, partId);
      await updateVersioned(tx, Attachment, id, version, {
        title: title.trim(),
        visibility,
        partId,
        changedAt: this.clock.now(),
      });
      await this.search.refresh(tx, 'attachment', [id]);
    });
  }

  /** Out of sight at once, and gone when it can no longer be taken back. */
  delete(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'attachment.delete', async (tx) => {
      const { version, deletedAt } = await this.lock(tx, viewer, id, true);
      if (deletedAt) return;
      await updateVersioned(tx, Attachment, id, version, { deletedAt: this.clock.now() });
    });
  }

  undelete(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'attachment.undelete', async (tx) => {
      const { version, deletedAt } = await this.lock(tx, viewer, id, true);
      if (!deletedAt) return;
      await updateVersioned(tx, Attachment, id, version, { deletedAt: null });
    });
  }

  /** What was deleted long ago goes with its bytes. */
  async sweep(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - attachmentLimits.undoDays * DAY_MS);
    const due = sql`select id from attachment where deleted_at < ${before} order by deleted_at limit 100`;
    // Looked at each hour, and mostly in vain.
    if (!(await this.database.one(due))) return 0;
    return this.database.write(systemViewer, 'attachment.sweep', async (tx) => {
      const gone = await rowsIn(tx, sql`delete from attachment where id in (${due}) returning id`);
      return gone.length;
    });
  }

  private async keep(
    tx: EntityManager,
    viewer: Viewer,
    { id, number, name, note }: { id: string; number: number; name: string; note: string },
    upload: Upload | null,
  ): Promise<void> {
    if (!upload) throw problem(attachmentProblems, 'attachment-too-large');
    const { title, ending } = fileNameParts(name);
    const checked = await checkFile(ending, upload.size, this.uploads.parts(tx, upload));
    if ('refusal' in checked) throw problem(attachmentProblems, checked.refusal);
    const { picture } = checked;
    const fileName = ending ? `${title}.${ending}` : title;
    const mediaType = attachmentTypeOf(ending)?.mediaType ?? 'application/octet-stream';
    const fileId = picture
      ? await this.files.store(tx, { name: fileName, mediaType, bytes: picture.bytes })
      : await this.files.keepUpload(tx, upload, { name: fileName, mediaType });
    await tx.insert(AttachmentVersion, {
      id: newId(),
      attachmentId: id,
      number,
      fileId,
      fileName,
      ending,
      size: picture ? picture.bytes.length : upload.size,
      byName: viewer.displayName,
      note,
      createdAt: this.clock.now(),
    });
  }

  private async lock(tx: EntityManager, viewer: Viewer, id: string, evenDeleted = false): Promise<Locked> {
    const locked = await forChange<Locked>(
      tx,
      attachmentRights(viewer),
      id,
      sql`it.id, it.object_kind as "objectKind", it.object_id as "objectId", it.current_number as "currentNumber",
        it.deleted_at as "deletedAt", it.version`,
    );
    if (locked.deletedAt && !evenDeleted) throw problem(attachmentProblems, 'attachment-gone');
    return locked;
  }

  private rights(viewer: Viewer, objectKind: string): { table: string; visible: Sql; may: Sql } {
    const { table, visible, attachments } = carrierNamed(objectKind);
    // Who may not see the object does not hear that it is there, whatever they could change of others.
    return {
      table,
      visible: visible(viewer),
      may: sql`(${visible(viewer)} and ${attachments.change(viewer)})`,
    };
  }
}

function attachmentRights(viewer: Viewer): { table: string; visible: Sql; may: Sql } {
  return {
    table: 'attachment',
    visible: visibleAttachments(carriers, viewer),
    may: changeableAttachments(carriers, viewer),
  };
}

function assertLevel(objectKind: string, visibility: AttachmentVisibility): void {
  if (!carrierNamed(objectKind).attachments.levels[visibility])
    throw problem(attachmentProblems, 'attachment-level-refused');
}

async function assertPart(
  tx: EntityManager,
  viewer: Viewer,
  objectKind: string,
  objectId: string,
  partId: string | null,
): Promise<void> {
  if (partId === null) return;
  const { parts } = carrierNamed(objectKind).attachments;
  const found = parts
    ? await rowsIn(
        tx,
        sql`select part.id from (${parts.rows(sql`${objectId}::uuid`, viewer)}) part where part.id = ${partId}`,
      )
    : [];
  if (found.length === 0) throw problem(attachmentProblems, 'attachment-part-unknown');
}

async function assertRoom(tx: EntityManager, from: Sql, most: number): Promise<void> {
  const counted = await oneIn<{ count: number }>(tx, sql`select count(*)::int as count from ${from}`);
  if ((counted?.count ?? 0) >= most) throw problem(attachmentProblems, 'attachment-too-many');
}
