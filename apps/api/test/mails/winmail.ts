/** Mails as Outlook packs them into `winmail.dat` ([MS-OXTNEF]), as far as they carry words. */
export interface Packed {
  /** The attribute attBody, in this code page. */
  body?: { text: Buffer; codePage: number };
  /** Properties by their tag: strings as UTF-16, the rest as bytes. */
  properties?: Partial<Record<number, string | Buffer>>;
}

const BODY = 0x0002800c;
const CODE_PAGE = 0x00069007;
const PROPERTIES = 0x00069003;
/** PidTagBody, PidTagRtfCompressed, PidTagHtml. */
export const tnefTags = { body: 0x1000, rtf: 0x1009, html: 0x1013 } as const;

export function winmail({ body, properties = {} }: Packed): Buffer {
  const signature = Buffer.from('789f3e22' + '0100', 'hex');
  return Buffer.concat([
    signature,
    attribute(0x00089006, Buffer.from('00000100', 'hex')),
    ...(body ? [attribute(CODE_PAGE, number(body.codePage, 8)), attribute(BODY, body.text)] : []),
    attribute(PROPERTIES, written(properties)),
  ]);
}

function attribute(id: number, value: Buffer): Buffer {
  const head = Buffer.alloc(9);
  head.writeUInt8(1, 0);
  head.writeUInt32LE(id, 1);
  head.writeUInt32LE(value.length, 5);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(value.reduce((before, byte) => (before + byte) % 0x10000, 0));
  return Buffer.concat([head, value, sum]);
}

/** Behind properties of every size, one with a name of its own and one of several values. */
function written(properties: Partial<Record<number, string | Buffer>>): Buffer {
  const others = [
    Buffer.from('0b00' + '1700' + '01000000', 'hex'),
    Buffer.from('4000' + '3900' + '0011223344556677', 'hex'),
    Buffer.concat([
      Buffer.from('1f000080', 'hex'),
      Buffer.alloc(16, 7),
      number(1, 4),
      sized(Buffer.from('Kategorie\0', 'utf16le')),
      number(1, 4),
      sized(Buffer.from('blau\0', 'utf16le')),
    ]),
    Buffer.concat([
      Buffer.from('03100180', 'hex'),
      Buffer.alloc(16, 7),
      number(0, 4),
      number(9, 4),
      number(2, 4),
      number(5, 8),
    ]),
  ];
  const own = Object.entries(properties).map(([tag, value]) => {
    const head = Buffer.alloc(4);
    const text = typeof value === 'string';
    head.writeUInt16LE(text ? 0x001f : 0x0102, 0);
    head.writeUInt16LE(Number(tag), 2);
    const bytes = text ? Buffer.from(`${value}\0`, 'utf16le') : (value ?? Buffer.alloc(0));
    return Buffer.concat([head, number(1, 4), sized(bytes)]);
  });
  return Buffer.concat([number(others.length + own.length, 4), ...others, ...own]);
}

function sized(bytes: Buffer): Buffer {
  return Buffer.concat([number(bytes.length, 4), bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

function number(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}
