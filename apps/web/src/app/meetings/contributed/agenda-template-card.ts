import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { agendaNumbers, type AgendaTemplateView, numberMark } from '@runder-tisch/domain/meetings';
import type { SaveAgendaItem } from '@runder-tisch/domain/meetings/meetings-requests';
import { actingInPlace } from '../../http/acting';
import { Api } from '../../http/api';
import { asParams } from '../../http/query';
import { Session } from '../../session/session';
import { AgendaEditor } from '../compose/agenda-editor';

/** What each agenda of a network or committee begins with; for those who plan its meetings. */
@Component({
  selector: 'rt-agenda-template-card',
  imports: [AgendaEditor],
  template: `
    @if (template(); as it) {
      <section class="rt-card" aria-label="Standardpunkte der Tagesordnung">
        <h2>Standardpunkte der Tagesordnung</h2>
        @if (editing(); as items) {
          <p class="rt-quiet">
            Sie liegen von selbst in jedem neuen Entwurf und lassen sich dort ändern oder entfernen.
          </p>
          <rt-agenda-editor [items]="items" (itemsChange)="editing.set($event)" />
          @if (act.refusal(); as says) {
            <p class="rt-error" role="alert">{{ says }}</p>
          }
          <div class="rt-form-actions">
            <button
              type="button"
              class="rt-button rt-primary"
              [disabled]="act.busy()"
              (click)="save(it.version, items)"
            >
              Standardpunkte speichern
            </button>
            <button type="button" class="rt-button" (click)="editing.set(null)">Abbrechen</button>
          </div>
        } @else {
          @if (it.items.length) {
            <ol>
              @for (item of it.items; track $index) {
                <li [class.sub]="item.level === 2">
                  <span class="rt-number rt-quiet">{{ marks()[$index] }}</span> {{ item.title }}
                  @if (item.minutes) {
                    <span class="rt-quiet rt-number">{{ item.minutes }} Min.</span>
                  }
                </li>
              }
            </ol>
          } @else {
            <p class="rt-quiet">
              Noch keine. Begrüßung, Protokollkontrolle, offene Aufgaben: Was immer wiederkommt, muss niemand
              noch einmal tippen.
            </p>
          }
          @if (it.mayChange) {
            <p class="rt-unprinted">
              <button type="button" class="rt-button" (click)="edit(it.items)">
                {{ it.items.length ? 'Standardpunkte bearbeiten' : 'Standardpunkte anlegen' }}
              </button>
            </p>
          }
        }
      </section>
    }
  `,
  styles: `
    h2,
    ol {
      margin-bottom: 10px;
    }
    ol {
      padding: 0;
      list-style: none;
    }
    .sub {
      padding-left: 24px;
    }
    .rt-form-actions {
      margin-top: 12px;
    }
  `,
})
export class AgendaTemplateCard {
  readonly networkId = input<string>();
  readonly committeeId = input<string>();

  private readonly api = inject(Api);
  private readonly mayPlan = inject(Session).may('meeting:plan');
  protected readonly act = actingInPlace();
  protected readonly editing = signal<readonly SaveAgendaItem[] | null>(null);
  private readonly body = computed(() => ({ networkId: this.networkId(), committeeId: this.committeeId() }));
  private readonly found = httpResource<AgendaTemplateView>(() =>
    this.mayPlan ? { url: '/api/agenda-templates', params: asParams(this.body()) } : undefined,
  );
  /** Nothing is shown of a network somebody else coordinates. */
  protected readonly template = computed(() => (this.found.hasValue() ? this.found.value() : null));
  protected readonly marks = computed(() => agendaNumbers(this.template()?.items ?? []).map(numberMark));

  protected edit(items: readonly SaveAgendaItem[]): void {
    this.editing.set(items.length > 0 ? items : usualPoints.map((title) => ({ ...empty, title })));
  }

  protected async save(version: number, items: readonly SaveAgendaItem[]): Promise<void> {
    const request = { ...this.body(), items: items.filter(({ title }) => title.trim() !== '') };
    const saved = await this.act(
      () => this.api.change('/api/agenda-templates', version, request),
      'Die Standardpunkte sind gespeichert.',
    );
    if (!saved) return;
    this.editing.set(null);
    this.found.reload();
  }
}

const empty = {
  title: '',
  minutes: null,
  visibility: 'INTERNAL',
  presenter: '',
  note: '',
  level: 1,
} as const;
/** A first proposal, to be changed before it is kept. */
const usualPoints = [
  'Begrüßung',
  'Protokollkontrolle',
  'Offene Aufgaben',
  'Verschiedenes und nächstes Treffen',
];
