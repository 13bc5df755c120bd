import type { AttachmentsOfObject } from '@runder-tisch/domain/attachments';
import { attachment, newVersion } from '@runder-tisch/scenario/files/attachments';
import type { DemoStory } from '../story/demo-story';

/** Six small Unterlagen: three for the next meeting, one with an older version, one for the network alone, two for members. */
export async function addAttachments(story: DemoStory, meetingId: string, networkId: string): Promise<void> {
  const coordinator = await story.as('coordinator');
  const onMeeting = { objectKind: 'meeting', objectId: meetingId, visibility: 'MEMBERS' as const };
  const { parts } = await coordinator.get<AttachmentsOfObject>(`/api/attachments/of/meeting/${meetingId}`);
  const partId = parts.at(1)?.id;
  await attachment(coordinator, {
    ...onMeeting,
    name: 'Anfahrt und Zugang (Demo).txt',
    content: 'Eingang an der Nordseite, ohne Stufen. Die Linie 3 hält vor dem Haus.\n',
  });
  const draft = await attachment(coordinator, {
    ...onMeeting,
    ...(partId ? { partId } : {}),
    name: 'Jahresrückblick Entwurf (Demo).txt',
    content: 'Vier Treffen, elf Vereinbarungen, sieben davon erledigt.\n',
  });
  await newVersion(coordinator, draft, {
    name: 'Jahresrückblick (Demo).txt',
    note: 'Zahlen der Lotsensprechstunde ergänzt',
    content:
      'Vier Treffen, elf Vereinbarungen, acht davon erledigt. 42 Gespräche in der Lotsensprechstunde.\n',
  });
  await attachment(coordinator, {
    ...onMeeting,
    visibility: 'INTERNAL',
    name: 'Ablauf für die Moderation (Demo).csv',
    content: 'Minute;Punkt\n0;Begrüßung\n10;Rückblick\n50;Ausblick\n',
  });
  const onNetwork = { objectKind: 'network', objectId: networkId };
  await attachment(coordinator, {
    ...onNetwork,
    visibility: 'MEMBERS',
    name: 'Geschäftsordnung (Demo).txt',
    content: 'Das Netzwerk trifft sich viermal im Jahr. Es gibt Voten ab und fasst keine Beschlüsse.\n',
  });
  await attachment(coordinator, {
    ...onNetwork,
    visibility: 'PUBLIC',
    name: 'Wer berät wozu (Demo).csv',
    content: 'Thema;Stelle\nSchulden;Ahornhaus (Demo)\nSucht;Suchtberatung (Demo)\n',
  });
  await attachment(coordinator, {
    ...onNetwork,
    name: 'Verteiler für Aushänge (Demo).txt',
    content: 'Rathaus, Bibliothek, Jobcenter, Familienzentrum.\n',
  });
}
