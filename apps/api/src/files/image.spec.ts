import { cleanImage } from './image';

const SECRET = 'GPS 51.6242 N, Frau Beispiel';

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
}

function png(): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(640, 0);
  size.writeUInt32BE(480, 4);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', size),
    chunk('tEXt', Buffer.from(SECRET)),
    chunk('eXIf', Buffer.from(SECRET)),
    chunk('IDAT', Buffer.alloc(4)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

function jpeg(): Buffer {
  const frame = Buffer.from([8, 0x01, 0xe0, 0x02, 0x80, 1, 1, 0x11, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, Buffer.from(`Exif\0\0${SECRET}`)),
    segment(0xfe, Buffer.from(SECRET)),
    segment(0xc0, frame),
    Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]),
  ]);
}

function riff(...chunks: [string, Buffer][]): Buffer {
  const body = Buffer.concat(
    chunks.map(([type, data]) => {
      const head = Buffer.alloc(8);
      head.write(type, 0, 'latin1');
      head.writeUInt32LE(data.length, 4);
      return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
    }),
  );
  const head = Buffer.alloc(12);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  head.write('WEBP', 8, 'latin1');
  return Buffer.concat([head, body]);
}

function webp(): Buffer {
  const extended = Buffer.alloc(10);
  extended.writeUInt8(0b0000_1100, 0);
  extended.writeUIntLE(639, 4, 3);
  extended.writeUIntLE(479, 7, 3);
  return riff(['VP8X', extended], ['VP8L', Buffer.alloc(5)], ['EXIF', Buffer.from(SECRET)]);
}

describe('pictures', () => {
  it.each([
    ['image/png', png()],
    ['image/jpeg', jpeg()],
    ['image/webp', webp()],
  ])('of type %s are known by their bytes and lose what they say about people', (mediaType, bytes) => {
    const image = cleanImage(bytes);
    expect(image).toMatchObject({ mediaType, width: 640, height: 480 });
    expect(image?.bytes.includes('GPS')).toBe(false);
    expect(cleanImage(image?.bytes ?? Buffer.alloc(0))?.bytes.equals(image?.bytes ?? Buffer.alloc(1))).toBe(
      true,
    );
  });

  it('cut off anywhere are no pictures, and reading them never throws', () => {
    for (const bytes of [png(), jpeg().subarray(0, -9), webp()]) {
      for (let length = 0; length < bytes.length; length += 1)
        expect(cleanImage(bytes.subarray(0, length))).toBeNull();
    }
  });
});
