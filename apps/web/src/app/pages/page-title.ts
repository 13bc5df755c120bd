import { Service, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';

/** "Netzwerke · Runder Tisch"; a page that knows its object's name puts that first. */
@Service()
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.say(this.buildTitle(snapshot));
  }

  say(words: string | undefined): void {
    this.title.setTitle(words ? `${words} · Runder Tisch` : 'Runder Tisch');
  }
}
