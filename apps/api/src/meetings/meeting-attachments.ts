import sql from 'sql-template-tag';
import type { CarriesAttachments } from '../contribution';
import { staffMeetings, takesPart } from './meetings-access';

/** Unterlagen of a meeting, which may belong to a point of its agenda. */
export const meetingAttachments: CarriesAttachments = {
  levels: {
    INTERNAL: 'wer diesen Termin plant, und die Verwaltung der Anwendung',
    MEMBERS: 'alle Eingeladenen mit Konto, das Netzwerk und wer den Termin plant',
    PUBLIC: 'alle, die den Termin sehen; ist er öffentlich, alle im Internet',
  },
  change: staffMeetings,
  internal: staffMeetings,
  members: takesPart,
  open: () => sql`(it.public and it.state <> 'DRAFT')`,
  parts: {
    label: 'Tagesordnungspunkt',
    rows: (id, viewer) => sql`
      select point.id, point.title, point.position from agenda_item point join meeting it on it.id = point.meeting_id
      where point.meeting_id = ${id} and (${staffMeetings(viewer)} or point.visibility = 'PUBLIC'
        or (point.visibility = 'INTERNAL' and ${takesPart(viewer)}))`,
  },
};
