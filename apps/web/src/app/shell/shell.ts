import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { DOCUMENT } from '@angular/common';
import {
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { mdiAlertOutline, mdiMagnify, mdiMenu, mdiPlus } from '@mdi/js';
import { filter } from 'rxjs';
import { roleLabels } from '@runder-tisch/domain/accounts';
import { Icon, Mark } from '@runder-tisch/ui/icon';
import { ToastList, focusPage } from '@runder-tisch/ui/overlay';
import { RecentPages } from '../reminders/recent-pages';
import { ReminderButton } from '../reminders/reminder-button';
import { Session } from '../session/session';
import { CommandPaletteOpener } from './command-palette-opener';
import { navigationFor } from './navigation';
import { NavigationList } from './navigation-list';
import { newThings } from './new-things';
import { type PageAction, pageActions } from './page-actions';
import { ProfileMenu } from './profile-menu';

/** The frame around every page of those who work: top bar, navigation, banner, footer. */
@Component({
  selector: 'rt-shell',
  imports: [
    CdkMenu,
    CdkMenuItem,
    CdkMenuTrigger,
    Icon,
    Mark,
    NavigationList,
    ProfileMenu,
    ReminderButton,
    RouterLink,
    RouterOutlet,
    ToastList,
  ],
  templateUrl: './shell.html',
  styleUrls: ['./shell.scss', './shell-narrow.scss'],
})
export class Shell {
  protected readonly session = inject(Session);
  protected readonly palette = inject(CommandPaletteOpener);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private opener: HTMLElement | null = null;
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  protected readonly icons = { search: mdiMagnify, plus: mdiPlus, menu: mdiMenu, alert: mdiAlertOutline };
  protected readonly drawerOpen = signal(false);

  protected readonly entries = computed(() => {
    const { permissions, roles } = this.session.current();
    return navigationFor(permissions, roles);
  });
  protected readonly newThings = computed(() =>
    newThings.filter((thing) => !thing.seldom && this.session.may(thing.permission)),
  );
  /** What the page before one's eyes is there for, as it stood when "+ Neu" was opened. */
  protected readonly here = signal<readonly PageAction[]>([]);
  protected readonly bottomEntries = computed(() => this.entries().slice(0, 4));
  protected readonly roles = computed(() =>
    this.session
      .current()
      .roles.map((role) => roleLabels[role])
      .join(', '),
  );

  constructor() {
    // From the first page on.
    inject(RecentPages);
    const closeOnEscape = (event: KeyboardEvent) => event.key === 'Escape' && this.closeDrawer();
    this.document.addEventListener('keydown', closeOnEscape);
    inject(DestroyRef).onDestroy(() => this.document.removeEventListener('keydown', closeOnEscape));
    let first = true;
    let path = '';
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe((event) => {
        this.drawerOpen.set(false);
        const next = event.urlAfterRedirects.split('?')[0] ?? '';
        // A filter changes the address as well, but then the focus belongs to the filter.
        if (!first && next !== path) this.focusPage();
        first = false;
        path = next;
      });
    afterNextRender(() => (path = this.router.url.split('?')[0] ?? ''));
  }

  /** On a narrow screen the navigation lies over the page: it takes the keyboard until it closes. */
  protected openDrawer(): void {
    this.opener = this.document.activeElement as HTMLElement | null;
    this.drawerOpen.set(true);
    setTimeout(() => this.document.querySelector<HTMLElement>('#navigation a')?.focus(), 60);
  }

  protected closeDrawer(): void {
    if (!this.drawerOpen()) return;
    this.drawerOpen.set(false);
    setTimeout(() => this.opener?.focus());
  }

  protected lookHere(): void {
    const makes = new Set(this.newThings().map(({ label }) => `${label} anlegen`));
    this.here.set(pageActions(this.document).filter(({ primary, label }) => primary && !makes.has(label)));
  }

  /** Only once the menu is gone, which gives the focus back to its button. */
  protected press({ press }: PageAction): void {
    setTimeout(press);
  }

  protected skip(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }

  /** A reader hears the new page's heading, as after loading a page. */
  private focusPage(): void {
    setTimeout(() => {
      const main = this.main().nativeElement;
      if (main.contains(this.document.activeElement) && this.document.activeElement !== main) {
        if (this.document.activeElement?.matches('[data-keeps-focus], input, textarea')) return;
      }
      focusPage(this.document);
    }, 50);
  }
}
