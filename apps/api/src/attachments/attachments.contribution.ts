import type { Contribution } from '../contribution';
import { carriersOf, visibleAttachments } from './attachments-access';

/** Made of what the areas say about their kinds; this room knows none of them. */
export function attachmentsContribution(areas: readonly Contribution[]): Contribution {
  const carriers = carriersOf(areas.flatMap(({ kinds }) => kinds ?? []));
  const label = carriers.map(({ kind, label: named }) => `when '${kind}' then '${named}'`).join(' ');
  return {
    area: 'attachments',
    tables: [
      {
        table: 'attachment',
        audit: 'values',
        references: { organisation: ['organisation_id'] },
        merge: { label: 'Unterlagen' },
      },
      {
        table: 'attachment_version',
        audit: 'values',
        personal: {
          columns: ['by_name'],
          purpose: 'Wer eine Unterlage hochgeladen hat',
          retention: 'mit der Unterlage',
        },
      },
    ],
    kinds: [
      {
        kind: 'attachment',
        label: 'Unterlage',
        table: 'attachment',
        title: 'it.title',
        path: '/unterlagen/:id',
        visible: (viewer) => visibleAttachments(carriers, viewer),
        endsWalk: true,
        search: { subtitle: `'Unterlage · ' || case it.object_kind ${label} else '' end`, text: `''` },
      },
    ],
  };
}
