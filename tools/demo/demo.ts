import { addActors, setUpCounty } from './demo-county';
import { addNetworks } from './demo-networks';
import { addPlaces } from './demo-places';
import { tellPresent } from './demo-present';
import { DemoStory } from './demo-script';
import { DemoTimeline } from './demo-timeline';
import type { DemoWorld } from './demo-world';
import { tellYear } from './demo-year';

/** The demo year with its fixed days and the months before the first start, told through the interface of the API. */
export async function fillDemo(world: DemoWorld): Promise<void> {
  const story = new DemoStory(world);
  story.at(story.begin, '09:00');
  const admin = await setUpCounty(story);
  await addActors(story, admin);
  await addPlaces(story);
  await addNetworks(story);
  world.progress('  Landkreis, Akteure und Netzwerke stehen');

  const timeline = new DemoTimeline(story);
  tellYear(timeline);
  tellPresent(timeline);
  await timeline.run();
  world.progress('  Das Jahr ist erzählt, bis zum heutigen Tag');
}
