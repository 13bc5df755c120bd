import { message, sendMessage } from '@runder-tisch/scenario/messages';
import type { DemoStory } from '../story/demo-story';

/** A call for funding to two networks, with its file; another Nachricht waits to be finished. */
export async function forwardCall(story: DemoStory): Promise<void> {
  const client = await story.as('coordinator');
  const to = (key: string) => ({ kind: 'NETWORK' as const, id: story.id('networkIds', key) });
  const call = await message(client, {
    kind: 'FUNDING',
    subject: 'Förderaufruf „Familien stärken“ (Demo)',
    text: 'anbei ein Förderaufruf des Landes (Demo). Gefördert werden gemeinsame Vorhaben von mindestens drei Trägern, Anträge sind bis Ende Januar möglich.\n\nWer mitmachen möchte, antwortet einfach auf diese Mail.\n\nFreundliche Grüße\nIhre Netzwerkkoordination',
    targets: [to('N1'), to('N2')],
    files: [
      {
        name: 'Förderaufruf Familien stärken (Demo).txt',
        content: 'Gefördert werden Vorhaben von Netzwerken. Antragsschluss ist der 31. Januar.\n',
      },
    ],
  });
  await sendMessage(client, call);
  await message(client, {
    kind: 'EVENT',
    subject: 'Fachtag im März: bitte vormerken (Demo)',
    text: 'im März planen wir einen Fachtag zu Frühen Hilfen (Demo).\n\nFreundliche Grüße\nIhre Netzwerkkoordination',
    targets: [to('N2')],
  });
}
