import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { mdiHandHeartOutline } from '@mdi/js';
import type { NamedReference } from '@runder-tisch/domain/lists';
import type { SocialServiceView } from '@runder-tisch/domain/social-services';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Confirm } from '@runder-tisch/ui/overlay';
import { UnbrokenPipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { problemOf } from '../../http/problem-error';
import { keptObject } from '../../object-page/kept-object';
import { ServiceBadge } from '../service-badge';
import { ServiceMoves } from '../service-moves';
import { ServicePreview } from '../service-preview';
import { isPublic } from '../service-words';
import { ServiceForm } from './service-form';

/** Entering and changing an offer: for an organisation its own page of it, for the office the form alone. */
@Component({
  selector: 'rt-service-form-page',
  imports: [
    EmptyState,
    PageHead,
    ProgressLine,
    ServiceBadge,
    ServiceForm,
    ServiceMoves,
    ServicePreview,
    UnbrokenPipe,
  ],
  template: `
    <rt-progress-line [busy]="kept.loading()" />
    @if (problem(); as refusal) {
      <rt-page-head heading="Angebot" [back]="back()" />
      <div class="rt-card"><rt-empty-state [heading]="refusal.says" [icon]="icon" /></div>
    } @else if (!id() || service()) {
      <rt-page-head [heading]="service()?.current?.title ?? 'Angebot eintragen'" [back]="back()">
        <span subline>
          @if (service(); as it) {
            {{ it.organisation.name | unbroken }}
            <rt-service-badge [of]="it" />
          } @else {
            Der Landkreis bestätigt es, dann steht es in der öffentlichen Liste.
          }
        </span>
        <ng-container actions>
          @if (service(); as it) {
            @if (open()) {
              <a class="rt-button" [href]="'/angebote/' + it.id" target="_blank" rel="noopener"
                >Öffentliche Seite</a
              >
            }
            @if (it.state === 'DRAFT' && !confirmedOnce()) {
              <button type="button" class="rt-button" (click)="remove(it)">Entwurf löschen</button>
            }
            @if (of() === 'organisation') {
              <rt-service-moves [service]="withoutForm()!" (moved)="service.set($event)" />
            }
          }
        </ng-container>
      </rt-page-head>
      @if (service()?.returnReason; as reason) {
        <div class="rt-note rt-note-warning stand" role="status">
          <div>
            <strong>Der Landkreis bittet um eine Änderung:</strong>
            <p class="rt-lines">{{ reason }}</p>
          </div>
        </div>
      }
      @if (service()?.state === 'STALE') {
        <p class="rt-note rt-note-warning stand">
          Seit über einem Jahr hat niemand das Angebot bestätigt. Stimmt alles noch? Dann genügt ein Klick.
        </p>
      }
      @if (waiting()) {
        <p class="rt-note stand">
          Das Angebot wartet auf den Landkreis.
          {{ open() ? 'Bis dahin lesen alle die bestätigte Fassung.' : '' }}
        </p>
      } @else if (open()) {
        <p class="rt-note stand">
          Ändern Sie etwas, lesen alle weiter die bestätigte Fassung, bis der Landkreis Ihre Änderung
          bestätigt.
        </p>
      } @else if (service()?.state === 'CONFIRMED') {
        <p class="rt-note stand">
          Der Landkreis hat das Angebot bestätigt. Öffentlich ist es noch nicht: Darüber entscheidet er noch.
        </p>
      }
      @if (!id() || service()?.mayEdit) {
        <rt-service-form [service]="service()" [organisations]="organisations()" (saved)="saved($event)" />
      } @else if (service(); as it) {
        <div class="rt-card">
          <rt-service-preview [content]="it.current" [organisation]="it.organisation.name" />
        </div>
      }
    }
  `,
  styles: `
    .stand {
      margin-bottom: calc(var(--rt-space) * 2);
    }
  `,
})
export class ServiceFormPage {
  readonly id = input<string>();
  readonly of = input.required<'office' | 'organisation'>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly act = acting();
  protected readonly icon = mdiHandHeartOutline;
  protected readonly kept = keptObject<SocialServiceView>(
    () => {
      const id = this.id();
      return id ? `/api/social-services/${id}` : undefined;
    },
    (service) => service.current.title,
  );
  protected readonly service = this.kept.view;
  private readonly own = httpResource<NamedReference[]>(() =>
    this.of() === 'organisation' ? '/api/organisations/own' : undefined,
  );
  private readonly unlisted = problemOf(this.own);
  protected readonly problem = computed(() => this.kept.problem() ?? this.unlisted());
  protected readonly organisations = computed(() =>
    this.of() === 'office' ? null : this.own.hasValue() ? this.own.value() : [],
  );
  protected readonly open = computed(() => {
    const service = this.service();
    return service !== null && isPublic(service);
  });
  protected readonly waiting = computed(() => {
    const service = this.service();
    return service?.state === 'SUBMITTED' || service?.change === 'SUBMITTED';
  });
  protected readonly confirmedOnce = computed(
    () => this.service()?.versions.some((it) => it.confirmed) ?? false,
  );
  /** Submitting is the form's own button. */
  protected readonly withoutForm = computed(() => {
    const service = this.service();
    return service && { ...service, moves: service.moves.filter((move) => move !== 'submit') };
  });
  protected readonly back = computed(() =>
    this.of() === 'organisation'
      ? { label: 'Unsere Angebote', link: '/unsere-angebote' }
      : this.id()
        ? { label: 'Angebot', link: `/akteure/angebote/${this.id()}` }
        : { label: 'Angebote', link: '/akteure/angebote' },
  );

  protected saved({ id, submitted }: { id: string; submitted: boolean }): void {
    if (this.of() === 'office') {
      void this.router.navigate(['/akteure/angebote', id]);
      return;
    }
    if (submitted) void this.router.navigate(['/unsere-angebote']);
    else if (this.id()) this.kept.reload();
    else void this.router.navigate(['/unsere-angebote', id]);
  }

  protected async remove(service: SocialServiceView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: 'Diesen Entwurf löschen?',
      text: 'Das lässt sich nicht rückgängig machen.',
      action: 'Entwurf löschen',
      danger: true,
    });
    if (!sure) return;
    const done = await this.act(
      () => this.api.remove(`/api/social-services/${service.id}`),
      'Der Entwurf ist gelöscht.',
    );
    if (done) void this.router.navigate([this.of() === 'office' ? '/akteure/angebote' : '/unsere-angebote']);
  }
}
