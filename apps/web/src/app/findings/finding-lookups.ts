import { Service, inject } from '@angular/core';
import type { ArgumentListItem, FeedbackListItem } from '@runder-tisch/domain/feedback';
import type { FindingListItem, PriorityListItem } from '@runder-tisch/domain/findings';
import type { FormatListItem } from '@runder-tisch/domain/formats';
import type { Page } from '@runder-tisch/domain/lists';
import type { SocialServiceListItem } from '@runder-tisch/domain/social-services';
import { counted } from '@runder-tisch/domain/text';
import type { PickItem } from '@runder-tisch/ui/form';
import { Api } from '../http/api';

const SHOWN = 12;

/** What pickers of sources ask the server. */
@Service()
export class FindingLookups {
  private readonly api = inject(Api);

  /** Hinweise that somebody has read; the others cannot speak for anything yet. */
  readonly feedback = async (words: string): Promise<readonly PickItem[]> => {
    const page = await this.find<FeedbackListItem>('/api/feedback', words, { view: 'all' });
    return page.items
      .filter(({ state }) => state !== 'SUBMITTED' && state !== 'REJECTED')
      .map((it) => ({
        id: it.id,
        title: titleOf(it.number, it.excerpt ?? ''),
        subtitle: it.primaryField?.name,
      }));
  };

  readonly arguments = async (words: string): Promise<readonly PickItem[]> => {
    const page = await this.find<ArgumentListItem>('/api/arguments', words);
    return page.items.map((it) => ({
      id: it.id,
      title: titleOf(it.number, it.title),
      subtitle: counted(it.carried, 'Hinweis', 'Hinweise'),
    }));
  };

  /** Formats with results. */
  readonly formats = async (words: string): Promise<readonly PickItem[]> => {
    const page = await this.find<FormatListItem>('/api/formats', words);
    return page.items
      .filter(({ results }) => results > 0)
      .map(({ id, title, type }) => ({ id, title, subtitle: type }));
  };

  readonly services = async (words: string): Promise<readonly PickItem[]> => {
    const page = await this.find<SocialServiceListItem>('/api/social-services', words);
    return page.items.map((it) => ({ id: it.id, title: it.title, subtitle: it.organisation.name }));
  };

  readonly findings = async (words: string): Promise<readonly PickItem[]> => {
    const page = await this.find<FindingListItem>('/api/findings', words);
    return page.items
      .filter(({ state }) => state !== 'DROPPED')
      .map((it) => ({ id: it.id, title: titleOf(it.number, it.statement), subtitle: it.field.name }));
  };

  readonly priorities = async (words: string): Promise<readonly PickItem[]> => {
    const page = await this.find<PriorityListItem>('/api/priorities', words);
    return page.items
      .filter(({ state }) => state !== 'DROPPED')
      .map((it) => ({ id: it.id, title: `${it.number} · ${it.title}`, subtitle: it.field.name }));
  };

  private find<Item>(path: string, search: string, more: Record<string, string> = {}): Promise<Page<Item>> {
    return this.api.get<Page<Item>>(path, { search, limit: SHOWN, ...more });
  }
}

/** A number with the beginning of its words, short enough for a chip. */
export function titleOf(number: string, words: string): string {
  return `${number} · ${words.length > 70 ? `${words.slice(0, 70)} …` : words}`;
}
