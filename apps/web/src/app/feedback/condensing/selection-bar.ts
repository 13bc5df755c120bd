import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Toasts } from '@runder-tisch/ui/overlay';
import { Api } from '../../http/api';
import { acting } from '../../http/acting';
import { Session } from '../../session/session';
import { InboxState } from '../inbox/inbox-state';
import { AddTo } from './add-to';
import { ArgumentForm } from './argument-form';
import { GroupForm } from './group-form';

type Panel = 'new-argument' | 'argument' | 'new-group' | 'group';

/** What can be done with the Hinweise that were chosen in the inbox. */
@Component({
  selector: 'rt-selection-bar',
  imports: [AddTo, ArgumentForm, GroupForm, RouterLink],
  template: `
    <div class="bar" role="group" aria-label="Mit den ausgewählten Hinweisen">
      <span class="count" role="status">{{ ids().length }} ausgewählt</span>
      @if (ids().length < inbox.list.rows().length) {
        <button type="button" class="rt-button rt-plain rt-small" (click)="inbox.selectShown()">
          Alle {{ inbox.list.rows().length }} gezeigten
        </button>
      }
      <button type="button" class="rt-button rt-small" [disabled]="none()" (click)="panel.set('new-group')">
        Gruppe anlegen
      </button>
      <button type="button" class="rt-button rt-small" [disabled]="none()" (click)="panel.set('group')">
        In eine Gruppe
      </button>
      <button
        type="button"
        class="rt-button rt-small"
        [disabled]="none()"
        (click)="panel.set('new-argument')"
      >
        Argument anlegen
      </button>
      <button type="button" class="rt-button rt-small" [disabled]="none()" (click)="panel.set('argument')">
        Zu einem Argument
      </button>
      @if (mayFind() && !none()) {
        <a
          class="rt-button rt-small"
          routerLink="/planung/befunde"
          [queryParams]="{ neu: 1, hinweise: ids().join(','), handlungsfeld: field() || null }"
          >Befund anlegen</a
        >
      }
      <button
        type="button"
        class="rt-button rt-small"
        [disabled]="ids().length < 2 || act.busy()"
        (click)="count()"
      >
        Gleichlautend: zusammenzählen
      </button>
      <button type="button" class="rt-button rt-plain rt-small" (click)="inbox.select(false)">Fertig</button>
    </div>
    @switch (panel()) {
      @case ('new-argument') {
        <rt-argument-form
          [feedbackIds]="ids()"
          [fieldId]="field()"
          (closed)="panel.set(null)"
          (saved)="opened('/hinweise/argumente', $event)"
        />
      }
      @case ('new-group') {
        <rt-group-form
          [feedbackIds]="ids()"
          (closed)="panel.set(null)"
          (saved)="opened('/hinweise/gruppen', $event)"
        />
      }
      @case ('argument') {
        <rt-add-to kind="argument" [feedbackIds]="ids()" (closed)="panel.set(null)" (added)="added()" />
      }
      @case ('group') {
        <rt-add-to kind="group" [feedbackIds]="ids()" (closed)="panel.set(null)" (added)="added()" />
      }
    }
  `,
  styles: `
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px;
      padding: 10px 12px;
      border: 1px solid var(--rt-accent);
      border-radius: var(--rt-radius);
      background: var(--rt-surface-raised);
    }
    .count {
      margin-right: 4px;
      font-weight: 650;
    }
  `,
})
export class SelectionBar {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  protected readonly inbox = inject(InboxState);
  protected readonly mayFind = computed(() => this.session.may('finding:change'));
  protected readonly panel = signal<Panel | null>(null);
  protected readonly act = acting(() => this.inbox.reload());
  /** In the order of the list, so that what came first counts the others. */
  private readonly rows = computed(() =>
    this.inbox.list.rows().filter((row) => this.inbox.selected().has(row.id)),
  );
  protected readonly ids = computed(() => this.rows().map(({ id }) => id));
  protected readonly none = computed(() => this.ids().length === 0);
  protected readonly field = computed(
    () => this.rows().find((row) => row.primaryField)?.primaryField?.id ?? '',
  );

  protected opened(path: string, id: string): void {
    this.inbox.select(false);
    void this.router.navigate([path, id]);
  }

  protected added(): void {
    this.panel.set(null);
    this.inbox.select(false);
    this.inbox.reload();
  }

  protected async count(): Promise<void> {
    const [main, ...others] = [...this.rows()].sort((one, other) =>
      one.receivedAt < other.receivedAt ? -1 : 1,
    );
    if (!main) return;
    const request = { feedbackIds: others.map(({ id }) => id) };
    const done = await this.act(() => this.api.act(`/api/feedback/${main.id}/count`, null, request));
    if (!done) return;
    this.inbox.select(false);
    this.toasts.say(`Bei ${main.number} mitgezählt.`, async () => {
      await this.act(
        () => this.api.act(`/api/feedback/${main.id}/uncount`, null, request),
        'Zurückgenommen.',
      );
    });
  }
}
