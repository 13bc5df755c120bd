import { FigureImportWorker } from '@runder-tisch/api/create-app';
import type { FigureImportView } from '@runder-tisch/domain/indicators/imports';
import { answerAll, uploadedFigures } from '@runder-tisch/scenario/figures/figure-imports';
import { demoData } from '../../demo-data';
import type { DemoTimeline } from '../../story/timeline';

/** The population of 31.12.2015 by age, as the Regionaldatenbank publishes it: the county and its ten municipalities. */
export function tellFigures(timeline: DemoTimeline): void {
  const { story } = timeline;
  timeline.on('2025-03-11', '09:20', async () => {
    const planner = await story.as('planner');
    const worker = story.world.app.get(FigureImportWorker);
    const id = await uploadedFigures(planner, 'Bevölkerung 2015.csv', demoData('population-2015.csv'));
    await worker.runDue();
    await answerAll(planner, await planner.get<FigureImportView>(`/api/figure-imports/${id}`));
    await planner.post(`/api/figure-imports/${id}/approve`);
    await worker.runDue();
  });
}
