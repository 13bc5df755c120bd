import { triageFeedback } from '@runder-tisch/scenario/feedback';
import { enterLetter, markPassage } from '@runder-tisch/scenario/letters';
import type { DemoStory } from '../story/demo-story';
import type { DemoTimeline } from '../story/timeline';

const LETTER = `Sehr geehrte Damen und Herren,

vielen Dank, dass wir zum Entwurf des Familienberichts Stellung nehmen dürfen. Wir begleiten Familien im Landkreis seit zwanzig Jahren und schreiben Ihnen, was uns in den Beratungen begegnet.

Zuerst die Wege: Wer in einem Ortsteil ohne Bahnhof wohnt, kommt nachmittags nicht mehr zur Erziehungsberatung und zurück. Viele sagen ihren Termin deshalb ab.

Dann die Formulare. Ein Antrag auf Bildung und Teilhabe hat bei uns im Schnitt drei Anläufe gebraucht, weil Nachweise fehlten, die nirgends genannt sind. Eine Liste auf einer Seite würde reichen.

Nachmittags fehlen Angebote für Kinder zwischen zehn und vierzehn Jahren. Für sie ist der Hort vorbei, und der Jugendclub öffnet erst um fünf.

Sehr bewährt haben sich die Elterncafés in den Kitas. Bitte führen Sie sie weiter.

Für Rückfragen sind wir gern da.

Mit freundlichen Grüßen
der Vorstand`;

/** A statement of which two points are Hinweise already and the others are still to be marked. */
export function tellLetter(timeline: DemoTimeline): void {
  const { story } = timeline;
  timeline.on(story.day(-4), '10:20', () => receive(story));
}

async function receive(story: DemoStory): Promise<void> {
  const planner = await story.as('planner');
  const id = await enterLetter(planner, {
    subject: 'Stellungnahme zum Entwurf des Familienberichts',
    text: LETTER,
    organisationId: story.id('organisationIds', 'O06'),
    speakerRole: 'Vorstand',
  });
  const { passages } = await markPassage(
    planner,
    id,
    'Wer in einem Ortsteil ohne Bahnhof wohnt, kommt nachmittags nicht mehr zur Erziehungsberatung und zurück. Viele sagen ihren Termin deshalb ab.',
  );
  await triageFeedback(planner, passages[0]?.feedbackId ?? '');
  await markPassage(
    planner,
    id,
    'Ein Antrag auf Bildung und Teilhabe hat bei uns im Schnitt drei Anläufe gebraucht, weil Nachweise fehlten, die nirgends genannt sind. Eine Liste auf einer Seite würde reichen.',
  );
}
