import { httpResource } from '@angular/common/http';
import { Injector, Service, inject } from '@angular/core';
import type { Page } from '@runder-tisch/domain/lists';
import type { TextBlockCategory, TextBlockView } from '@runder-tisch/domain/settings';

/** The text blocks of the county; asked once and kept while the application is open. */
@Service()
export class TextBlocks {
  private readonly answer = httpResource<Page<TextBlockView>>(() => '/api/text-blocks', {
    injector: inject(Injector),
  });

  of(category: TextBlockCategory): readonly TextBlockView[] {
    const blocks = this.answer.hasValue() ? this.answer.value().items : [];
    return blocks.filter((block) => block.active && block.category === category);
  }

  /** Those that stand in answers, and the one that was asked for. */
  used(id: string | undefined): readonly TextBlockView[] {
    const blocks = this.answer.hasValue() ? this.answer.value().items : [];
    return blocks.filter((block) => block.used > 0 || block.id === id);
  }

  reload(): void {
    this.answer.reload();
  }
}

/** A text with a block put behind what is written already. */
export function withBlock(written: string, block: string): string {
  return written.trim() ? `${written.trim()}\n\n${block}` : block;
}
