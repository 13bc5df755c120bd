import { isNoName, isPlaceholder, readNamePart, readPersonName, readSalutation } from './person-name';

describe('A name', () => {
  it.each([
    ['Magdalena Kurz', '', '', 'Magdalena', 'Kurz'],
    ['Frau Magret Kurz', 'Frau', '', 'Magret', 'Kurz'],
    ['Drago Medved', '', '', 'Drago', 'Medved'],
    ['Nathan Phillips', '', '', 'Nathan', 'Phillips'],
    ['Ing-Marie Kurz', '', '', 'Ing-Marie', 'Kurz'],
    ['Natalie Kurz', '', '', 'Natalie', 'Kurz'],
    ['Profirio Dralle', '', '', 'Profirio', 'Dralle'],
    ['Ben Kurz', '', '', 'Ben', 'Kurz'],
    ['Ma Li', '', '', 'Ma', 'Li'],
    ['Kurz', '', '', '', 'Kurz'],
    ['', '', '', '', ''],
    ['Herr van den Berg', 'Herr', '', '', 'van den Berg'],
    ['Lea von und zu Au', '', '', 'Lea', 'von und zu Au'],
    ['Frau zur Nieden', 'Frau', '', '', 'zur Nieden'],
    ['Ali Al Hassan', '', '', 'Ali', 'Al Hassan'],
    ['Piet ten Brink', '', '', 'Piet', 'ten Brink'],
    ['Maria da Silva Santos', '', '', 'Maria', 'da Silva Santos'],
    ['Linden, Lea von der', '', '', 'Lea', 'von der Linden'],
    ['de Boer, Jan Piet', '', '', 'Jan Piet', 'de Boer'],
    ['Lea Gräfin Au', '', '', 'Lea', 'Gräfin Au'],
    ['Tom Graf', '', '', 'Tom', 'Graf'],
    ['Tom Kurz jun.', '', '', 'Tom', 'Kurz jun.'],
    ['Dr. med. vet. Lea Kurz', '', 'Dr. med. vet.', 'Lea', 'Kurz'],
    ['Dipl.-Päd. Lea Kurz', '', 'Dipl.-Päd.', 'Lea', 'Kurz'],
    ['Dipl.-Ing. (FH) Lea Kurz', '', 'Dipl.-Ing. (FH)', 'Lea', 'Kurz'],
    ['Dipl. Sozialarbeiter Tom Kurz', '', 'Dipl. Sozialarbeiter', 'Tom', 'Kurz'],
    ['Herr Prof. Dr. Dr. h. c. mult. Tom Kurz', 'Herr', 'Prof. Dr. Dr. h. c. mult.', 'Tom', 'Kurz'],
    ['PD Dr. rer. nat. Nat Kurz', '', 'PD Dr. rer. nat.', 'Nat', 'Kurz'],
    ['Dr.Kurz', '', 'Dr.', '', 'Kurz'],
    ['Mag. Lea Kurz', '', 'Mag.', 'Lea', 'Kurz'],
    ['Kurz, Dr.-Ing. Lea', '', 'Dr.-Ing.', 'Lea', 'Kurz'],
    ['Kurz, Frau Dr. Lea', 'Frau', 'Dr.', 'Lea', 'Kurz'],
    ['Kurz, Lea, Dr.', '', 'Dr.', 'Lea', 'Kurz'],
    ['Lea Kurz, M.A.', '', 'M.A.', 'Lea', 'Kurz'],
    ['Lea Kurz MdL', '', 'MdL', 'Lea', 'Kurz'],
    ['Sehr geehrter Herr Dr. Kurz', 'Herr', 'Dr.', '', 'Kurz'],
  ])('%s', (whole, salutation, title, givenName, familyName) => {
    expect(readPersonName(whole)).toEqual({ salutation, title, givenName, familyName, role: '', beside: '' });
  });

  it.each([
    ['Kurz, Lea (Landratsamt, SG 4)', 'Landratsamt, SG 4', ''],
    ['Kurz, Lea, Jobcenter', '', 'Jobcenter'],
    ['Lea Kurz, Amt 51', '', 'Amt 51'],
  ])('%s tells what stands beside it', (whole, role, beside) => {
    expect(readPersonName(whole)).toMatchObject({ givenName: 'Lea', familyName: 'Kurz', role, beside });
  });
});

describe('A part of a name', () => {
  it.each([
    ['Hr. Çelik', 'Herr', '', 'Çelik', ''],
    ['Frau Dr. von der Heide', 'Frau', 'Dr.', 'von der Heide', ''],
    ['Dr. Weiß', '', 'Dr.', 'Weiß', ''],
    ['(Leiter)', '', '', '', 'Leiter'],
    ['Kurz (Leiterin)', '', '', 'Kurz', 'Leiterin'],
    ['Müller Lüdenscheidt', '', '', 'Müller Lüdenscheidt', ''],
    ['Tag', '', '', 'Tag', ''],
    ['Herr', '', '', 'Herr', ''],
    ['Ma', '', '', 'Ma', ''],
    ['M', '', '', 'M', ''],
  ])('%s', (written, salutation, title, name, role) => {
    expect(readNamePart(written, false)).toEqual({ salutation, title, name, role, beside: '' });
  });

  it.each([
    ['Hr.', 'Herr', '', ''],
    ['Frau', 'Frau', '', ''],
    ['Dr.', '', 'Dr.', ''],
    ['Fr. Dr. Lea', 'Frau', 'Dr.', 'Lea'],
    ['Liebe', '', '', 'Liebe'],
    ['Anna Lena', '', '', 'Anna Lena'],
  ])('that may be a salutation alone: %s', (written, salutation, title, name) => {
    expect(readNamePart(written, true)).toEqual({ salutation, title, name, role: '', beside: '' });
  });

  it.each([
    ['Kurz (stellv. Leiterin)', 'stellv. Leiterin', ''],
    ['Kurz [Amt 50]', 'Amt 50', ''],
    ['Kurz (geb. Lang)', '', 'geb. Lang'],
    ['Kurz (sie/ihr)', '', 'sie/ihr'],
    ['Kurz (in Elternzeit)', '', 'in Elternzeit'],
    ['Kurz (0151 12345)', '', '0151 12345'],
    ['Kurz (Leiterin) (geb. Lang)', 'Leiterin', 'geb. Lang'],
  ])('with a function in brackets, if it is one: %s', (written, role, beside) => {
    expect(readNamePart(written, false)).toMatchObject({ name: 'Kurz', role, beside });
    expect(readPersonName(`Lea ${written}`)).toMatchObject({ familyName: 'Kurz', role, beside });
  });

  it.each(['N.N.', 'n. n.', 'vakant', '?', '-', 'unbesetzt'])('left open: %s', (written) =>
    expect(isPlaceholder(written)).toBe(true),
  );

  it.each(['Nina', 'Herr', 'Leiter', 'Ng'])('not left open: %s', (written) =>
    expect(isPlaceholder(written)).toBe(false),
  );

  it.each([
    'N.N.',
    'n. n.',
    'NN',
    'N. N',
    'vakant',
    'Leiterin',
    '– ',
    '???',
    'Geschäftsführung',
    'Frau',
    'Schulleiterinnen',
  ])('is none where it says %s', (written) => expect(isNoName(written)).toBe(true));

  it.each(['Nina Nord', 'Leitner', 'Offen', 'Post', 'Ina', 'Ni', 'Teamer', 'Ng', '李'])(
    'is one where it says %s',
    (written) => expect(isNoName(written)).toBe(false),
  );
});

describe('A salutation', () => {
  it.each([
    ['FRAU', 'Frau', '', ''],
    ['Herr Dr.', 'Herr', 'Dr.', ''],
    ['Frau Prof. Dr.', 'Frau', 'Prof. Dr.', ''],
    ['Sehr geehrter Herr', 'Herr', '', ''],
    ['Hr. Dipl.-Ing.', 'Herr', 'Dipl.-Ing.', ''],
    ['w', 'Frau', '', ''],
    ['Liebe', '', '', ''],
    ['', '', '', ''],
    ['Familie', '', '', 'Familie'],
  ])('%s', (written, salutation, title, beside) => {
    expect(readSalutation(written)).toEqual({ salutation, title, beside });
  });
});
