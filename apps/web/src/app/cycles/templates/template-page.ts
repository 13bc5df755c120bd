import {
  CdkDrag,
  type CdkDragDrop,
  CdkDragHandle,
  CdkDropList,
  CdkDropListGroup,
} from '@angular/cdk/drag-drop';
import { httpResource } from '@angular/common/http';
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiChevronDown, mdiChevronUp, mdiDragVertical, mdiMapOutline } from '@mdi/js';
import {
  stepNumber,
  stepRoleLabels,
  type TemplateListItem,
  type TemplatePhaseView,
  templateStateLabels,
  type TemplateStepView,
  type TemplateView,
} from '@runder-tisch/domain/cycles';
import { TemplateStepInput } from '@runder-tisch/domain/cycles/templates/template-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Toasts } from '@runder-tisch/ui/overlay';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { TemplateComparison } from './template-comparison-view';
import {
  asRequest,
  type Phases,
  placeBeside,
  type Place,
  withoutStep,
  withStep,
  withStepMoved,
} from './template-editing';
import { TemplateStepForm } from './template-step-form';
import { TemplateWordsForm } from './template-words-form';

/** One version of the Bauplan: read it, compare it, and as long as it is a draft, build it. */
@Component({
  selector: 'rt-template-page',
  imports: [
    CdkDrag,
    CdkDragHandle,
    CdkDropList,
    CdkDropListGroup,
    EmptyState,
    Icon,
    PageHead,
    ProgressLine,
    RouterLink,
    TemplateComparison,
    TemplateStepForm,
    TemplateWordsForm,
  ],
  templateUrl: './template-page.html',
  styleUrl: './template-page.scss',
})
export class TemplatePage {
  readonly id = input.required<string>();
  /** The version it is compared with. */
  readonly mit = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly icons = {
    none: mdiMapOutline,
    up: mdiChevronUp,
    down: mdiChevronDown,
    handle: mdiDragVertical,
  };
  protected readonly back = { label: 'dem Bauplan', link: '/planung/bauplan' };
  protected readonly labels = { state: templateStateLabels, role: stepRoleLabels };
  protected readonly number = stepNumber;
  protected readonly act = acting();
  /** Said to screen readers after a move. */
  protected readonly said = signal('');
  protected readonly words = signal<TemplatePhaseView | 'plan' | null>(null);
  protected readonly editing = signal<{ phaseKey: string; step: TemplateStepView; heading: string } | null>(
    null,
  );
  protected readonly template = keptObject<TemplateView>(
    () => `/api/process-templates/${this.id()}`,
    (view) => `Bauplan, Fassung ${view.number}`,
  );
  private readonly versions = httpResource<Page<TemplateListItem>>(() => '/api/process-templates');
  protected readonly others = computed(() =>
    (this.versions.hasValue() ? this.versions.value().items : []).filter(({ id }) => id !== this.id()),
  );
  private readonly otherAnswer = httpResource<TemplateView>(() =>
    this.mit() ? `/api/process-templates/${this.mit()}` : undefined,
  );
  /** The earlier of the two stands on the left. */
  protected readonly compared = computed(() => {
    const own = this.template.view();
    const other = this.otherAnswer.hasValue() ? this.otherAnswer.value() : null;
    if (!own || !other) return null;
    return own.number < other.number ? { before: own, after: other } : { before: other, after: own };
  });
  /** Saves come one after the other, each on the version the one before left. */
  private saving: Promise<unknown> = Promise.resolve();

  protected compareWith(id: string): void {
    void this.router.navigate([], { queryParams: { mit: id || null } });
  }

  protected drop(event: CdkDragDrop<number>): void {
    const from = { phase: event.previousContainer.data, step: event.previousIndex };
    const to = { phase: event.container.data, step: event.currentIndex };
    if (from.phase !== to.phase || from.step !== to.step) this.moveTo(from, to);
  }

  protected step(from: Place, by: -1 | 1): void {
    const view = this.template.view();
    const to = view && placeBeside(view.phases, from, by);
    const moved = view?.phases[from.phase]?.steps[from.step];
    if (!to || !moved) return;
    this.moveTo(from, to);
    const focus = () => {
      const button = (way: string) =>
        this.host.nativeElement.querySelector<HTMLButtonElement>(`[data-move='${way}-${moved.key}']:enabled`);
      (by === 1 ? (button('down') ?? button('up')) : (button('up') ?? button('down')))?.focus();
    };
    afterNextRender({ read: focus }, { injector: this.injector });
  }

  protected hasPlace(view: TemplateView, from: Place, by: -1 | 1): boolean {
    return placeBeside(view.phases, from, by) !== null;
  }

  protected addStep(phase: TemplatePhaseView): void {
    const { methodIds: _none, ...empty } = new TemplateStepInput();
    const step = { ...empty, key: crypto.randomUUID(), methods: [] };
    this.editing.set({ phaseKey: phase.key, step, heading: `Schritt für „${phase.name}“` });
  }

  protected take(step: TemplateStepView): void {
    const { phaseKey } = this.editing() ?? {};
    const view = this.template.view();
    this.editing.set(null);
    if (view && phaseKey) this.change(withStep(view.phases, phaseKey, step), `„${step.title}“ gespeichert.`);
  }

  protected remove(step: TemplateStepView): void {
    const view = this.template.view();
    if (view) this.change(withoutStep(view.phases, step.key), `„${step.title}“ entfernt.`);
  }

  protected addPhase(): void {
    this.words.set({ key: crypto.randomUUID(), name: '', summary: '', steps: [] });
  }

  protected removePhase(phase: TemplatePhaseView): void {
    const view = this.template.view();
    if (!view) return;
    this.change(
      view.phases.filter(({ key }) => key !== phase.key),
      `Phase „${phase.name}“ entfernt.`,
    );
  }

  protected tell(words: { phase: TemplatePhaseView } | { changeNote: string; months: number }): void {
    const view = this.template.view();
    this.words.set(null);
    if (!view) return;
    if (!('phase' in words)) {
      this.store({ ...view, ...words }, 'Gespeichert.');
      return;
    }
    const { phase } = words;
    const known = view.phases.some(({ key }) => key === phase.key);
    const phases = known
      ? view.phases.map((it) => (it.key === phase.key ? phase : it))
      : [...view.phases, phase];
    this.change(phases, `Phase „${phase.name}“ gespeichert.`);
  }

  protected async release({ id, version }: TemplateView): Promise<void> {
    await this.saving;
    const path = `/api/process-templates/${id}/release`;
    const done = await this.act(
      async () => this.template.view.set(await this.api.act<TemplateView>(path, version)),
      'Freigegeben. Neue Zyklen können daraus entstehen.',
    );
    if (!done) this.template.reload();
  }

  private moveTo(from: Place, to: Place): void {
    const view = this.template.view();
    const moved = view?.phases[from.phase]?.steps[from.step];
    if (!view || !moved) return;
    const phases = withStepMoved(view.phases, from, to);
    const place = `„${moved.title}“ ist jetzt Schritt ${stepNumber(to.phase, to.step)}.`;
    this.said.set(place);
    this.change(phases, place);
  }

  /** Shows it at once, saves it, and offers the way back. */
  private change(phases: Phases, says: string): void {
    const view = this.template.view();
    if (!view) return;
    const before = view.phases;
    this.store({ ...view, phases: [...phases] }, says, () => {
      const now = this.template.view();
      if (now) this.store({ ...now, phases: before }, 'Zurückgenommen.');
      this.said.set('Zurückgenommen.');
    });
  }

  private store(next: TemplateView, says: string, undo: (() => void) | null = null): void {
    this.template.view.set(next);
    this.saving = this.saving.then(async () => {
      const version = this.template.view()?.version ?? next.version;
      const done = await this.act(async () => {
        const saved = await this.api.change<TemplateView>(
          `/api/process-templates/${next.id}`,
          version,
          asRequest(next),
        );
        // A change made meanwhile stays on the screen; it is saved next, on this version.
        this.template.view.update((now) => now && { ...now, version: saved.version });
      });
      if (done) this.toasts.say(says, undo);
      else this.template.reload();
    });
  }
}
