import { type FileChild, ImageRun, Paragraph } from 'docx';
import type { PictureBlock, Scene } from '@runder-tisch/domain/documents';
import { sceneAsSvg } from '@runder-tisch/drawing/scene-as-svg';
import { cleanImage } from '../../files/image';
import type { PdfOptions } from '../pdf-options';
import { plain, words } from './runs';

/** Pixels at 96 to the inch. */
const WIDEST = 620;
const TALLEST = 560;
/** For programs that draw no SVG: one transparent pixel, the words stand below. */
const NOTHING = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

export function drawing(scene: Scene, index: number, caption: string | undefined): FileChild[] {
  const scale = Math.min(1, WIDEST / scene.width, TALLEST / scene.height);
  const size = { width: Math.round(scene.width * scale), height: Math.round(scene.height * scale) };
  return [
    new Paragraph({
      keepNext: true,
      children: [
        new ImageRun({
          type: 'svg',
          data: Buffer.from(sceneAsSvg(scene, { id: `figure-${index}` })),
          fallback: { type: 'png', data: NOTHING },
          transformation: size,
          altText: {
            name: `Zeichnung ${index + 1}`,
            title: plain(scene.title),
            description: plain(scene.sentence),
          },
        }),
      ],
    }),
    new Paragraph({ style: 'Caption', children: words([caption ?? scene.title, scene.sentence].join(': ')) }),
  ];
}

export function picture(block: PictureBlock, { pictures }: Pick<PdfOptions, 'pictures'>): FileChild[] {
  const bytes = pictures?.[block.file];
  const image = bytes ? cleanImage(Buffer.from(bytes)) : null;
  if (!image || image.width === 0 || image.height === 0 || image.mediaType === 'image/webp')
    return [new Paragraph({ children: words(`${block.caption}: lässt sich hier nicht abbilden.`) })];
  const scale = Math.min(1, WIDEST / image.width, TALLEST / image.height);
  return [
    new Paragraph({
      keepNext: true,
      children: [
        new ImageRun({
          type: image.mediaType === 'image/png' ? 'png' : 'jpg',
          data: image.bytes,
          transformation: {
            width: Math.round(image.width * scale),
            height: Math.round(image.height * scale),
          },
          altText: { name: plain(block.caption), title: plain(block.caption), description: plain(block.alt) },
        }),
      ],
    }),
    new Paragraph({ style: 'Caption', children: words(block.caption) }),
  ];
}
