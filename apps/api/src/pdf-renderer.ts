/*
 * The process in which a PDF is drawn: it has no database and no secrets, a small heap, and is killed from outside
 * when it takes too much. It draws one document after the other and ends with whoever started it.
 */
import { asPdf } from './documents/as-pdf';
import type { RenderAnswer, RenderOrder } from './documents/pdf-renderers';

process.on('message', ({ content, options }: RenderOrder) => {
  const answer = (it: RenderAnswer): void => void process.send?.(it);
  asPdf(content, options).then(
    (bytes) => answer({ bytes }),
    (error: unknown) => answer({ failed: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit());
