import type { SearchView } from '@runder-tisch/domain/search';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  methodNote,
  methodNotes,
  methodNoteView,
  releasedTemplate,
  releaseMethodNote,
  releaseTemplate,
  saveTemplate,
  templateDraft,
  templates,
  templateView,
} from '@runder-tisch/scenario/planning/cycles';
import { compareTemplates, countSteps } from '@runder-tisch/domain/cycles';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('The Bauplan', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  /** Leaves no draft behind: there is one at a time. */
  const released = async () => {
    const draft = await templateDraft(planner);
    const saved = await saveTemplate(planner, { ...draft, changeNote: 'Mehr Zeit' });
    return releaseTemplate(planner, saved);
  };

  it('comes with eight phases whose steps say who, what, until when, result and done when', async () => {
    const first = (await templates(planner)).at(-1);
    expect(first).toMatchObject({ number: 1, state: 'RELEASED', phases: 8, steps: 22 });
    const { phases } = await templateView(planner, first?.id ?? '');
    expect(phases[0]).toMatchObject({ name: 'Rahmen' });
    for (const step of phases.flatMap((phase) => phase.steps)) {
      expect(step.dueMonth).toBeGreaterThan(0);
      for (const words of [
        step.title,
        step.summary,
        step.lead,
        step.task,
        step.input,
        step.result,
        step.doneWhen,
      ])
        expect(words.trim()).not.toBe('');
    }
    expect(phases[0]?.steps[0]?.methods).toMatchObject([
      { title: 'Aufgaben und Ansatz der Sozialplanung', number: 1 },
    ]);
  });

  it('is changed in a draft: what was added, taken away and moved stands in the comparison', async () => {
    const before = await releasedTemplate(planner);
    const draft = await templateDraft(planner);
    const [frame, data, ...others] = draft.phases;
    if (!frame || !data) throw new Error('The draft is empty.');
    const [first, second, third] = frame.steps;
    if (!first || !second || !third) throw new Error('The first phase has no steps.');
    const added = { ...first, key: newId(), title: 'Auftakt mit allen', methods: [] };
    const saved = await saveTemplate(planner, {
      ...draft,
      phases: [
        { ...frame, steps: [third, { ...first, dueMonth: 4 }] },
        { ...data, steps: [added, ...data.steps] },
        ...others,
      ],
    });
    expect(countSteps(saved.phases)).toBe(countSteps(before.phases));
    expect(saved.phases[0]?.steps.map(({ title }) => title)).toEqual([third.title, first.title]);
    const differing = compareTemplates(before.phases, saved.phases).filter(
      ({ differences }) => !differences.includes('same'),
    );
    expect(
      differing.map(({ after, before: then, differences }) => [(after ?? then)?.title, ...differences]),
    ).toEqual([
      [first.title, 'moved', 'changed'],
      ['Auftakt mit allen', 'added'],
      [second.title, 'removed'],
    ]);
    // Undo is saving what stood there before.
    const undone = await saveTemplate(planner, { ...draft, version: saved.version });
    expect(undone.phases).toEqual(draft.phases);
    await released();
  });

  it('keeps a released version as it is, through every door', async () => {
    const view = await released();
    expect(view).toMatchObject({ state: 'RELEASED', mayChange: false });
    expect(await refusalOf(saveTemplate(planner, view))).toBe('template-released');
    expect(await refusalOf(releaseTemplate(planner, view))).toBe('template-released');
    for (const statement of [
      `update template_step set title = 'Anders' where template_id = '${view.id}'`,
      `delete from template_phase where template_id = '${view.id}'`,
      `update process_template set months = 24 where id = '${view.id}'`,
    ]) {
      const broken = app.get(Database).write(systemViewer, 'test.break', (tx) => tx.query(statement));
      await expect(broken).rejects.toMatchObject({
        message: expect.stringContaining('never changes') as unknown,
      });
    }
  });

  it('has one draft at a time, and begins it from what is chosen', async () => {
    const draft = await templateDraft(planner);
    expect(draft.basedOn?.number).toBe(draft.number - 1);
    const again = planner.post('/api/process-templates', { basedOnId: draft.id });
    expect(await refusalOf(again)).toBe('template-draft-exists');
    await released();
  });

  it('is released only with whole steps in every phase and a word on what changed', async () => {
    const draft = await templateDraft(planner);
    const [frame, ...others] = draft.phases;
    if (!frame) throw new Error('The draft is empty.');
    expect(await refusalOf(releaseTemplate(planner, draft))).toBe('template-change-unsaid');
    const empty = await saveTemplate(planner, { ...draft, phases: [{ ...frame, steps: [] }, ...others] });
    expect(await refusalOf(releaseTemplate(planner, empty))).toBe('template-without-steps');
    const [first, ...steps] = frame.steps;
    if (!first) throw new Error('The first phase has no steps.');
    const unsaid = { ...frame, steps: [{ ...first, doneWhen: ' ' }, ...steps] };
    const half = await saveTemplate(planner, {
      ...draft,
      version: empty.version,
      phases: [unsaid, ...others],
    });
    expect(await refusalOf(releaseTemplate(planner, half))).toBe('template-step-incomplete');
    const twice = { ...half, phases: [{ ...frame, steps: [first, first] }, ...others] };
    expect(await refusalOf(saveTemplate(planner, twice))).toBe('template-key-twice');
    const late = { ...half, phases: [{ ...frame, steps: [{ ...first, dueMonth: 61 }] }, ...others] };
    expect(await refusalOf(saveTemplate(planner, late))).toBe('template-month-late');
    const unknown = { id: newId(), noteId: newId(), title: '', number: 1 };
    const cites = { ...half, phases: [{ ...frame, steps: [{ ...first, methods: [unknown] }] }, ...others] };
    expect(await refusalOf(saveTemplate(planner, cites))).toBe('template-unknown-method');
    await releaseTemplate(
      planner,
      await saveTemplate(planner, { ...draft, version: half.version, changeNote: 'Neu' }),
    );
  });

  it('is read by everybody who works here once it is released, and changed by planners alone', async () => {
    const draft = await templateDraft(planner);
    const provider = await signedIn(app, 'provider');
    expect((await templates(provider)).map(({ state }) => state)).not.toContain('DRAFT');
    expect(await refusalOf(templateView(provider, draft.id))).toBe('not-found');
    expect((await releasedTemplate(provider)).mayChange).toBe(false);
    expect(await refusalOf(saveTemplate(await signedIn(app, 'coordinator'), draft))).toBe('forbidden');
    await released();
  });
});

describe('A Methodenblatt', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  it('is cited in a version, which stays when the next one is written', async () => {
    const id = await methodNote(planner, 'Befragungen', 'Erst der Datenschutz.');
    const first = await releaseMethodNote(planner, id);
    expect(first.versions).toMatchObject([{ number: 1, text: 'Erst der Datenschutz.' }]);
    expect(await refusalOf(releaseMethodNote(planner, id))).toBe('method-unchanged');
    const changed = await planner.put(
      `/api/method-notes/${id}`,
      { title: 'Befragungen', text: 'Erst der Probelauf.' },
      first.version,
    );
    expect(changed).toMatchObject({ changed: true });
    const reader = await signedIn(app, 'reader');
    expect(await methodNoteView(reader, id)).toMatchObject({
      text: 'Erst der Datenschutz.',
      mayChange: false,
    });
    const second = await releaseMethodNote(planner, id);
    expect(second.versions.map(({ number, text }) => [number, text])).toEqual([
      [2, 'Erst der Probelauf.'],
      [1, 'Erst der Datenschutz.'],
    ]);
    const { items } = await planner.get<SearchView>('/api/search?q=Probelauf');
    expect(items.map((it) => it.id)).toContain(id);
  });

  it('names the steps that cite it', async () => {
    const cited = (await methodNotes(planner)).find(({ title }) => title === 'Beteiligung und Netzwerke');
    const { citedBy } = await methodNoteView(planner, cited?.id ?? '');
    expect(citedBy.map(({ title }) => title)).toContain('Akteure bestimmen');
  });

  it('is nobody else’s before its first version, needs words, and has one title', async () => {
    const id = await methodNote(planner, 'Noch leer', ' ');
    const reader = await signedIn(app, 'reader');
    expect((await methodNotes(reader)).map((it) => it.id)).not.toContain(id);
    expect(await refusalOf(methodNoteView(reader, id))).toBe('not-found');
    expect(await refusalOf(releaseMethodNote(planner, id))).toBe('method-empty');
    expect(await refusalOf(methodNote(planner, 'NOCH LEER'))).toBe('method-title-taken');
  });
});
