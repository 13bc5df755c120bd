import type { RectMark } from '@runder-tisch/domain/documents';
import fc from 'fast-check';
import { answerBar, answerSentence } from './answer-bar';
import { sceneAsSvg } from './scene-as-svg';

const counts = { yes: 4, maybe: 0, no: 1, open: 2 };

describe('drawing: answer bar', () => {
  it('says the counts in one sentence, singular and plural', () => {
    expect(answerSentence(counts)).toBe('4 Zusagen, 1 Absage, 2 offen');
    expect(answerSentence({ yes: 1, maybe: 2, no: 3, open: 0 })).toBe('1 Zusage, 2 Vielleicht, 3 Absagen');
    expect(answerSentence({ yes: 0, maybe: 0, no: 0, open: 0 })).toBe('Noch niemand eingeladen');
  });

  it('has a table twin with every kind of answer, also those nobody gave', () => {
    expect(answerBar(counts).table).toEqual({
      head: ['Antwort', 'Anzahl'],
      rows: [
        ['Zusagen', '4'],
        ['Vielleicht', '0'],
        ['Absagen', '1'],
        ['offen', '2'],
      ],
    });
  });

  it('tells its parts apart by texture as well as by tone', () => {
    const marks = answerBar({ yes: 1, maybe: 1, no: 1, open: 1 }, { compact: true })
      .marks as readonly RectMark[];
    expect(new Set(marks.map((mark) => mark.texture)).size).toBe(4);
    expect(new Set(marks.map((mark) => mark.tone)).size).toBe(4);
  });

  it('draws a quiet empty bar when nobody is invited', () => {
    const scene = answerBar({ yes: 0, maybe: 0, no: 0, open: 0 });
    expect(scene.marks).toHaveLength(1);
    expect(scene.labels).toHaveLength(0);
  });

  it('fills its width exactly, keeps every part visible and the labels inside', () => {
    const count = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(
        count,
        count,
        count,
        count,
        fc.integer({ min: 60, max: 900 }),
        (yes, maybe, no, open, width) => {
          fc.pre(yes + maybe + no + open > 0);
          const bars = answerBar({ yes, maybe, no, open }, { width, compact: true })
            .marks as readonly RectMark[];
          const last = bars.at(-1);
          expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(width, 6);
          for (const bar of bars) expect(bar.width).toBeGreaterThanOrEqual(4);
          const drawn = answerBar({ yes, maybe, no, open }, { width });
          for (const label of drawn.labels) expect(label.y).toBeLessThanOrEqual(drawn.height);
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('drawing: scene as SVG', () => {
  it('carries name, sentence and ids of its own', () => {
    const svg = sceneAsSvg(answerBar(counts), { id: 'a1' });
    expect(svg).toContain('role="img"');
    expect(svg).toContain('aria-labelledby="a1-title a1-desc"');
    expect(svg).toContain('<desc id="a1-desc">4 Zusagen, 1 Absage, 2 offen</desc>');
    expect(svg).not.toContain('style=');
  });

  it('escapes every text and keeps ids harmless', () => {
    const svg = sceneAsSvg(
      {
        width: 10,
        height: 10,
        title: '<b>&"\'',
        sentence: '</desc><script>',
        marks: [{ kind: 'path', d: '"/><script>', tone: 'accent' }],
        labels: [{ x: 0, y: 0, text: 'Müller & Söhne <Köthen>', size: 10, tone: 'text' }],
        table: { head: [], rows: [] },
      },
      { id: '"><x', className: '"><y' },
    );
    expect(svg).not.toContain('<script>');
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('Müller &amp; Söhne &lt;Köthen&gt;');
    expect(svg).toMatch(/^<svg [^<>]*>/);
  });

  it('draws each kind of mark', () => {
    const svg = sceneAsSvg({
      width: 10,
      height: 10,
      title: 't',
      sentence: 's',
      marks: [
        { kind: 'line', x1: 0, y1: 0, x2: 1, y2: 1, tone: 'line' },
        { kind: 'circle', x: 5, y: 5, radius: 2, tone: 'positive', texture: 'dots' },
        { kind: 'path', d: 'M0 0L1 1', tone: 'accent', strokeWidth: 2 },
        { kind: 'rect', x: 0, y: 0, width: 4, height: 4, tone: 'open', texture: 'hollow' },
      ],
      labels: [{ x: 0, y: 0, text: 'A', size: 10, tone: 'text', anchor: 'end', strong: true }],
      table: { head: [], rows: [] },
    });
    expect(svg).toContain('<pattern id="scene-dots"');
    expect(svg).toContain('url(#scene-dots)');
    expect(svg).toContain('stroke-width="2"');
    expect(svg).toContain('text-anchor="end"');
  });
});
