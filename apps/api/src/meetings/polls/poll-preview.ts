import { Injectable } from '@nestjs/common';
import type { PollMailView } from '@runder-tisch/domain/meetings';
import type { SavePoll } from '@runder-tisch/domain/meetings/polls/polls-requests';
import { MailLinks } from '../../access/mail-links';
import type { Viewer } from '../../access/viewer';
import { MailIdentitySource } from '../../outbox/mail-identity';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { Outbox } from '../../outbox/outbox';
import { organizerOf } from '../invitations/invitation-dispatch';
import { TRIAL_TOKEN } from '../invitations/preview.service';
import { MeetingsRepository } from '../meetings.repository';
import { pollClosesAt, pollDates } from './poll-fields';
import { PollMails } from './poll-mails';

/** The mail of a Terminumfrage before anything is stored, as the first of those asked will get it. */
@Injectable()
export class PollPreview {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsRepository,
    private readonly mails: PollMails,
    private readonly identities: MailIdentitySource,
    private readonly outbox: Outbox,
    private readonly links: MailLinks,
  ) {}

  preview(viewer: Viewer, meetingId: string, request: SavePoll): Promise<PollMailView> {
    return this.database.read(async (tx) => {
      const meeting = await this.meetings.changeable(tx, viewer, meetingId);
      const organizer = organizerOf(viewer, await this.identities.identity(tx));
      const [first] = request.voters;
      const name = first?.name || first?.mail || viewer.displayName;
      const voter = {
        id: newId(),
        invitation: {
          id: newId(),
          personId: first ? first.personId : viewer.personId,
          organisationId: first?.organisationId ?? null,
          onBehalfOfId: first?.onBehalfOfId ?? null,
          mail: first?.mail ?? organizer.organizerMail,
          name,
        },
      };
      const dates = pollDates(request).sort(
        (one, other) => one.startsAt.getTime() - other.startsAt.getTime(),
      );
      const poll = {
        id: newId(),
        message: request.message.trim(),
        closesAt: pollClosesAt(request.untilDay, dates),
        ...organizer,
      };
      const subject = { poll, meeting };
      const url = this.links.url(`/antwort/${TRIAL_TOKEN}`);
      const around = await this.mails.around(tx, subject, [voter]);
      const run = { batchId: newId(), dates };
      const { mail, content } = this.mails.write(viewer, subject, { voter, kind: 'ASK', url }, run, around);
      const { preview } = await this.outbox.preview(tx, mail);
      return {
        from: preview.from,
        to: first ? `${name} <${first.mail}>` : name,
        subject: mail.subject,
        content,
      };
    });
  }
}
