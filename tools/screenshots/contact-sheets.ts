import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { type Shot, schemes, widths } from './photographer';

/** How many pictures of this width fit on a sheet beside each other, and how wide they are drawn. */
const layout = {
  1280: { columns: 2, shown: 800, perSheet: 4 },
  360: { columns: 6, shown: 330, perSheet: 6 },
};

/** Sheets of a few pictures each, drawn by the browser; answers how many there are. */
export async function contactSheets(
  browser: Browser,
  shots: readonly Shot[],
  target: string,
): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1640, height: 1000 } });
  let sheets = 0;
  for (const scheme of schemes) {
    for (const width of widths) {
      const of = shots.filter((shot) => shot.scheme === scheme && shot.width === width);
      const { perSheet } = layout[width];
      for (let from = 0; from < of.length; from += perSheet) {
        const number = String(from / perSheet + 1).padStart(2, '0');
        await page.setViewportSize({ width: sheetWidth(width), height: 600 });
        await page.setContent(sheet(of.slice(from, from + perSheet), width), { waitUntil: 'load' });
        await page.screenshot({ path: join(target, `${scheme}-${width}-${number}.png`), fullPage: true });
        sheets += 1;
      }
    }
  }
  await page.close();
  return sheets;
}

function sheetWidth(width: keyof typeof layout): number {
  const { columns, shown } = layout[width];
  return columns * (shown + 16) + 16;
}

function sheet(shots: readonly Shot[], width: keyof typeof layout): string {
  const { columns, shown } = layout[width];
  const figures = shots
    .map(
      ({ name, png }) =>
        `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${png.toString('base64')}"></figure>`,
    )
    .join('');
  return `<style>
    body { margin: 16px; background: #777; font: 15px sans-serif; color: #fff; display: grid; gap: 16px; align-items: start; grid-template-columns: repeat(${columns}, ${shown}px) }
    figure { margin: 0 } img { width: 100%; display: block } figcaption { padding-bottom: 4px; height: 3em; overflow: hidden }
  </style>${figures}`;
}
