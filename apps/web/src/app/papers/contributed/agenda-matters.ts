import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { decisionResultLabels } from '@runder-tisch/domain/findings';
import type { Page } from '@runder-tisch/domain/lists';
import { type AgendaMattersView, type AgendaTopicChoice, votesInWords } from '@runder-tisch/domain/papers';
import { AddAgendaTopic } from '@runder-tisch/domain/papers/papers-requests';
import { EntityPicker, ErrorSummary, type PickItem, SelectField } from '@runder-tisch/ui/form';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { CurrentMeeting } from '../../meetings/meeting-page/current-meeting';
import { Session } from '../../session/session';

/** What hangs on the items of an agenda: papers with their votes, Befunde, Schwerpunkte, Empfehlungen. */
@Component({
  selector: 'rt-agenda-matters',
  imports: [EntityPicker, ErrorSummary, FormField, RouterLink, SelectField, SidePanel],
  template: `
    @if (matters(); as it) {
      @if (mayAdd() || filled().length) {
        <section class="rt-card rt-below-list">
          <h2>Was beraten wird</h2>
          @for (item of filled(); track item.id) {
            <h3>{{ item.title }}</h3>
            <ul>
              @for (paper of item.papers; track paper.consultationId) {
                <li>
                  <a [routerLink]="['/planung/vorlagen', paper.id]">{{ paper.number }} · {{ paper.title }}</a>
                  <span class="rt-quiet rt-small">
                    {{ paper.result ? results[paper.result] : 'noch ohne Ergebnis' }}
                    {{ votes(paper) }}
                  </span>
                </li>
              }
              @for (topic of item.topics; track topic.id) {
                <li>
                  <a [routerLink]="topic.path">{{ topic.title }}</a>
                  @if (it.mayChange) {
                    <button
                      type="button"
                      class="rt-button rt-plain rt-small rt-unprinted"
                      (click)="remove(topic.id)"
                    >
                      Entfernen<span class="rt-unseen">: {{ topic.title }}</span>
                    </button>
                  }
                </li>
              }
            </ul>
          }
          @if (mayAdd()) {
            <p class="rt-unprinted">
              <button type="button" class="rt-button" (click)="adding.set(true)">
                Befund oder Empfehlung hinzufügen
              </button>
            </p>
          }
        </section>
      }
    }
    @if (adding()) {
      <rt-side-panel heading="Auf die Tagesordnung" [dirty]="entry.dirty()" (closed)="adding.set(false)">
        <form class="rt-form" novalidate (submit)="save($event)">
          <rt-error-summary [entry]="entry" />
          <rt-select-field
            label="Punkt"
            placeholder="Bitte wählen"
            [choices]="items()"
            [formField]="entry.fields.agendaItemId"
          />
          <rt-select-field label="Was?" [choices]="kinds" [formField]="entry.fields.kind" />
          <rt-entity-picker label="Welcher?" [lookup]="lookup" [formField]="entry.fields.objectId" />
          <div class="rt-form-actions">
            <button class="rt-button rt-primary" [disabled]="entry.busy()">Hinzufügen</button>
            <button type="button" class="rt-button" (click)="adding.set(false)">Abbrechen</button>
          </div>
        </form>
      </rt-side-panel>
    }
  `,
})
export class AgendaMatters {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly current = inject(CurrentMeeting);
  protected readonly results = decisionResultLabels;
  protected readonly votes = votesInWords;
  protected readonly adding = signal(false);
  protected readonly entry = requestForm(AddAgendaTopic);
  protected readonly kinds = [
    { value: 'finding', label: 'Befund' },
    { value: 'priority', label: 'Handlungsschwerpunkt' },
    { value: 'recommendation', label: 'Handlungsempfehlung' },
  ] as const;
  private readonly id = computed(() => this.current.view()?.id);
  /** Asked again when the agenda itself changed. */
  private readonly answer = httpResource<AgendaMattersView>(() => {
    const view = this.current.view();
    return view ? `/api/meetings/${view.id}/matters` : undefined;
  });
  protected readonly matters = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly filled = computed(() =>
    (this.matters()?.items ?? []).filter(({ papers, topics }) => papers.length + topics.length > 0),
  );
  protected readonly items = computed(() =>
    (this.matters()?.items ?? []).map(({ id, title }) => ({ value: id, label: title })),
  );
  protected readonly mayAdd = computed(
    () => !!this.matters()?.mayChange && this.items().length > 0 && this.session.may('finding:read'),
  );
  protected readonly act = acting(() => this.answer.reload());
  protected readonly lookup = async (search: string): Promise<readonly PickItem[]> => {
    const { kind } = this.entry.model();
    const page = await this.api.get<Page<AgendaTopicChoice>>('/api/agenda-choices', { kind, search });
    return page.items;
  };

  protected remove(topicId: string): void {
    void this.act(() => this.api.remove(`/api/meetings/${this.id()}/matters/${topicId}`), 'Entfernt.');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const done = await this.entry.submit(async (request) => {
      await this.api.create(`/api/meetings/${this.id()}/matters`, request, this.entry.intent());
    });
    if (!done) return;
    this.adding.set(false);
    this.entry.reset({});
    this.answer.reload();
  }
}
