import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { actorProblems, type ConversationView } from '@runder-tisch/domain/actors';
import type { NoteConversation, SaveConversation } from '@runder-tisch/domain/actors/conversation-requests';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { forChange } from '../../database/for-change';
import { newId } from '../../database/new-id';
import { problem } from '../../problem/problem';
import { Tasks } from '../../tasks/tasks';
import { visibleConversations } from '../actors-access';
import { ConversationNote } from './conversation-note.entity';

/** Gesprächsvermerke: the office reads them all, each is changed and deleted by whoever wrote it. */
@Injectable()
export class Conversations {
  constructor(
    private readonly database: Database,
    private readonly tasks: Tasks,
    private readonly clock: Clock,
  ) {}

  note(viewer: Viewer, request: NoteConversation): Promise<{ id: string }> {
    const { followUp, followUpOn, ...facts } = request;
    const about = facts.organisationId
      ? { objectKind: 'organisation', objectId: facts.organisationId }
      : facts.personId
        ? { objectKind: 'person', objectId: facts.personId }
        : null;
    if (!about) throw problem(actorProblems, 'conversation-about-nobody');
    return this.database.write(viewer, 'conversation.note', async (tx) => {
      const id = newId();
      const taskId = followUpOn
        ? await this.tasks.followUp(tx, {
            ...about,
            title: followUp.trim() || 'Wiedervorlage: Gespräch',
            dueOn: followUpOn,
            personId: viewer.personId,
          })
        : null;
      await tx.insert(ConversationNote, {
        ...facts,
        id,
        taskId,
        enteredBy: viewer.displayName,
        enteredByAccountId: viewer.accountId,
        version: 1,
        createdAt: this.clock.now(),
      });
      return { id };
    });
  }

  find(viewer: Viewer, id: string): Promise<ConversationView> {
    return this.database.found<ConversationView>(sql`
      select it.id, it.version, it.organisation_id as "organisationId", it.person_id as "personId", it.held_on::text as "heldOn", it.way,
             it.with_whom as "withWhom", it.note, it.entered_by as "enteredBy",
             coalesce(it.entered_by_account_id = ${viewer.accountId}::uuid, false) as mine
      from conversation_note it where it.id = ${id} and ${visibleConversations(viewer)}`);
  }

  change(viewer: Viewer, id: string, version: number, request: SaveConversation): Promise<void> {
    return this.database.write(viewer, 'conversation.change', async (tx) => {
      await this.own(tx, viewer, id);
      await updateVersioned(tx, ConversationNote, id, version, { ...request });
    });
  }

  /** The follow-up stays: it is a task of its own by now. */
  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'conversation.delete', async (tx) => {
      await this.own(tx, viewer, id);
      await tx.delete(ConversationNote, { id });
    });
  }

  private async own(tx: EntityManager, viewer: Viewer, id: string): Promise<void> {
    const rights = {
      table: 'conversation_note',
      visible: visibleConversations(viewer),
      may: sql`it.entered_by_account_id = ${viewer.accountId}::uuid`,
      refusal: () => problem(actorProblems, 'conversation-not-yours'),
    };
    await forChange(tx, rights, id);
  }
}
