import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import {
  type AgendaItemView,
  type NextMeetingView,
  nextMeetingTimes,
  recurringPoints,
  usualMeeting,
} from '@runder-tisch/domain/meetings';
import {
  ResolveInvitees,
  type SaveAgendaItem,
  type SaveMeeting,
} from '@runder-tisch/domain/meetings/meetings-requests';
import type { MeetingType } from '@runder-tisch/domain/meetings';
import { networkKindLabels, type NetworkKind } from '@runder-tisch/domain/networks';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { changeableNetworks, visibleNetworks } from '../../networks/networks-access';
import { hasRole } from '../../access/viewer';
import { InviteeResolver } from '../invitations/invitee-resolver';

interface LastMeeting {
  id: string;
  title: string;
  type: MeetingType;
  startsAt: string;
  endsAt: string;
  place: string;
  placeId: string | null;
  placeNote: string;
  onlineLink: string;
  accessibility: string;
  invitationText: string;
  public: boolean;
  agenda: Pick<AgendaItemView, 'title' | 'minutes' | 'visibility' | 'presenter' | 'level'>[];
}

interface Found {
  id: string;
  name: string;
  kind: NetworkKind;
  interval: number | null;
  /** The newest first. */
  past: LastMeeting[];
  /** Its standard points; none where nobody has kept any. */
  template: SaveAgendaItem[];
  draft: { id: string; title: string } | null;
}

/** So many meetings say what is usual. */
const USUAL = 6;

const typeOfKind: Partial<Record<NetworkKind, MeetingType>> = { STEERING_GROUP: 'STEERING' };

/** "Nächstes Treffen": filled from the last one, the words and points from what is usual; nothing stored until it is saved or sent. */
@Injectable()
export class NextMeetingService {
  constructor(
    private readonly database: Database,
    private readonly resolver: InviteeResolver,
    private readonly clock: Clock,
  ) {}

  async propose(viewer: Viewer, networkId: string): Promise<NextMeetingView> {
    const mine = hasRole(viewer, 'planner') ? visibleNetworks(viewer) : changeableNetworks(viewer);
    const network = await this.database.found<Found>(sql`
      select it.id, it.name, it.kind, it.meeting_interval_months as interval,
             coalesce((select json_agg(json_build_object('id', meeting.id, 'title', meeting.title, 'type', meeting.type, 'startsAt', meeting.starts_at,
                 'endsAt', meeting.ends_at, 'place', meeting.place, 'placeId', meeting.place_id, 'placeNote', meeting.place_note, 'onlineLink', meeting.online_link,
                 'accessibility', meeting.accessibility, 'invitationText', meeting.invitation_text, 'public', meeting.public,
                 'agenda', coalesce((select json_agg(json_build_object('title', agenda_item.title, 'minutes', agenda_item.minutes,
                     'visibility', agenda_item.visibility, 'presenter', '', 'level', agenda_item.level) order by agenda_item.position)
                   from agenda_item where agenda_item.meeting_id = meeting.id), '[]')) order by meeting.starts_at desc, meeting.id desc)
              from (select * from meeting where meeting.network_id = it.id and meeting.starts_at is not null and meeting.state not in ('DRAFT', 'CANCELLED')
                    order by meeting.starts_at desc, meeting.id desc limit ${USUAL}) meeting), '[]') as past,
             coalesce((select template.items from agenda_template template where template.network_id = it.id), '[]') as template,
             (select json_build_object('id', meeting.id, 'title', meeting.title) from meeting
              where meeting.network_id = it.id and meeting.state = 'DRAFT' order by meeting.created_at desc limit 1) as draft
      from network it where it.id = ${networkId} and ${mine}`);
    const [last = null] = network.past;
    const choice = Object.assign(new ResolveInvitees(), { networkIds: [networkId] });
    const invitees = await this.resolver.resolve(viewer, choice);
    return {
      network: { id: network.id, name: network.name },
      previous: last && { id: last.id, title: last.title, startsAt: last.startsAt },
      draft: network.draft,
      invitees,
      plan: {
        meeting: this.meetingAfter(network),
        agenda:
          network.template.length > 0
            ? network.template
            : agendaAfter(network.past).map((item) => ({ ...item, note: '' })),
        invitees: invitees.invitees.map(({ personId, organisationId, onBehalfOfId, mail, name }) => ({
          personId,
          organisationId,
          onBehalfOfId,
          mail,
          name,
        })),
      },
    };
  }

  private meetingAfter(network: Found): SaveMeeting {
    const [last = null] = network.past;
    const { title, like } = usualMeeting(network.past);
    const times = nextMeetingTimes(
      last && { startsAt: new Date(last.startsAt), endsAt: new Date(last.endsAt) },
      network.interval,
      this.clock.now(),
    );
    return {
      type: (like ?? last)?.type ?? typeOfKind[network.kind] ?? 'NETWORK',
      title:
        title ??
        `${networkKindLabels[network.kind]} ${network.name}`.replace(/^Netzwerk Netzwerk/, 'Netzwerk'),
      networkId: network.id,
      committeeId: null,
      formatId: null,
      ...times,
      fold: null,
      place: last?.place ?? '',
      placeId: last?.placeId ?? null,
      placeNote: last?.placeNote ?? '',
      onlineLink: last?.onlineLink ?? '',
      accessibility: last?.accessibility ?? '',
      invitationText:
        like?.invitationText || `wir laden Sie herzlich zum nächsten Treffen ein: ${network.name}.`,
      answerUntilDay: '',
      public: last?.public ?? false,
      capacity: null,
      previousMeetingId: last?.id ?? null,
    };
  }
}

/** What was on the agenda of one meeting only is not on that of the next. */
function agendaAfter(past: readonly LastMeeting[]): LastMeeting['agenda'] | typeof usualAgenda {
  const { like } = usualMeeting(past);
  if (like) return like.agenda;
  const recurring = recurringPoints(past);
  return recurring.length > 1 ? recurring : usualAgenda;
}

/** The frame of a first meeting: nothing was minuted before it. */
const usualAgenda = [
  {
    title: 'Begrüßung und Vorstellung',
    minutes: 10,
    visibility: 'INTERNAL',
    presenter: '',
    level: 1,
  },
  { title: 'Aktuelles aus den Einrichtungen', minutes: 40, visibility: 'INTERNAL', presenter: '', level: 1 },
  { title: 'Vereinbarungen und Aufgaben', minutes: 30, visibility: 'INTERNAL', presenter: '', level: 1 },
  { title: 'Nächstes Treffen', minutes: 10, visibility: 'INTERNAL', presenter: '', level: 1 },
] as const;
