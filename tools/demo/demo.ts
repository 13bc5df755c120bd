import { addActors, setUpCounty } from './acts/county';
import { addCalendar, tellNextYear } from './acts/calendar';
import { tellDeliveries } from './acts/data/deliveries';
import { tellFigures } from './acts/data/figures';
import { addNetworks } from './acts/networks';
import { addPlaces } from './acts/places';
import { tellPlanning } from './acts/planning/planning';
import { tellPresent } from './acts/present';
import { DemoStory } from './story/demo-story';
import { DemoTimeline } from './story/timeline';
import type { DemoWorld } from './story/demo-world';
import { tellYear } from './acts/year';

/** The demo year with its fixed days and the months before the first start, told through the interface of the API. */
export async function fillDemo(world: DemoWorld): Promise<void> {
  const story = new DemoStory(world);
  try {
    story.at(story.begin, '09:00');
    const admin = await setUpCounty(story);
    await addCalendar(story, admin);
    await addActors(story, admin);
    await addPlaces(story);
    await addNetworks(story);
    world.progress('  Landkreis, Akteure und Netzwerke stehen');

    const timeline = new DemoTimeline(story);
    tellYear(timeline);
    tellPlanning(timeline);
    tellFigures(timeline);
    tellDeliveries(timeline);
    tellPresent(timeline);
    tellNextYear(timeline);
    await timeline.run();
    world.progress('  Das Jahr ist erzählt, bis zum heutigen Tag');
  } finally {
    await story.close();
  }
}
