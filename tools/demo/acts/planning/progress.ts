import { reportProgress } from '@runder-tisch/scenario/measures';
import type { DemoTimeline } from '../../story/timeline';

/** How it goes: asked for twice a year, answered in the account, by phone, by the link of the mail, or not at all. */
export function tellProgress(timeline: DemoTimeline): void {
  const { story } = timeline;
  timeline.on('2026-06-15', '10:00', async () => {
    const planner = await story.as('planner');
    await reportProgress(planner, story.plan('MS02'), {
      standing: 'AT_RISK',
      words: 'In Zerbst fehlt noch ein Raum, in dem man vertraulich sprechen kann.',
    });
    await reportProgress(planner, story.plan('MS12'), {
      standing: 'ON_TRACK',
      words: 'Der erste Dorfdialog war voll: 43 Menschen, sieben Verabredungen.',
    });
  });
  timeline.on(story.notBefore('2026-06-22', -21), '09:45', async () => {
    await (
      await story.as('planner')
    ).post('/api/measures/progress-requests', {
      measureIds: ['MS01', 'MS02', 'MS05', 'MS11', 'MS12'].map((key) => story.plan(key)),
      dueOn: story.notBefore('2026-06-29', -7),
      message: 'Für die Sitzung des Ausschusses brauchen wir einen kurzen Stand. Zwei Sätze genügen.',
    });
  });
  timeline.on(story.notBefore('2026-06-24', -15), '17:20', async () => {
    const path = await story.linkTo('migration', '/sachstand/', story.plan('MS11'));
    await story.press(path, {
      standing: 'AT_RISK',
      words: 'Zwei von drei Kursträgern melden ihre freien Plätze. Mit dem dritten sprechen wir im Dezember.',
      expectedEnd: '',
    });
  });
  timeline.on(story.notBefore('2026-06-25', -12), '11:00', async () => {
    await reportProgress(await story.as('provider'), story.plan('MS01'), {
      standing: 'AT_RISK',
      words: 'Der zweite Beratungstag läuft. Die Warteliste wird langsamer kürzer, als wir gedacht haben.',
    });
    await reportProgress(await story.as('village'), story.plan('MS12'), {
      standing: 'ON_TRACK',
      words:
        'Alle vier Dorfdialoge haben stattgefunden, der letzte in Steutz. Jetzt schreiben wir die Kümmererstellen aus.',
    });
  });
  timeline.on(story.notBefore('2026-06-26', -10), '14:30', async () => {
    await reportProgress(await story.as('planner'), story.plan('MS02'), {
      standing: 'ON_TRACK',
      words: 'Am Telefon: Der Raum in Zerbst ist gefunden, die Sprechstunde beginnt im Januar.',
    });
  });
  // The last one is reminded and says nothing.
  timeline.on(story.notBefore('2026-06-30', -5), '08:30', async () => {
    await (
      await story.as('planner')
    ).post('/api/measures/progress-reminders', {
      measureIds: [story.plan('MS05')],
    });
  });
}
