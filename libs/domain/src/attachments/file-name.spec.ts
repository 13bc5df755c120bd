import { downloadName, fileNameParts } from './file-name';

describe('The name of a file', () => {
  it.each([
    ['Bericht 2025.PDF', 'Bericht 2025', 'pdf'],
    ['C:\\Ordner\\Plan.docx', 'Plan', 'docx'],
    ['../../etc/passwd.txt', 'passwd', 'txt'],
    ['foto\u202Egnp.exe', 'fotognp', 'exe'],
    ['a\u0000b.png', 'ab', 'png'],
    ['..txt', 'Datei', 'txt'],
    ['ohne Endung', 'ohne Endung', ''],
    ['Stand 3. März', 'Stand 3. März', ''],
    ['.htaccess', 'Datei', 'htaccess'],
    ['', 'Datei', ''],
  ])('%j is kept without what misleads or harms', (typed, title, ending) => {
    expect(fileNameParts(typed)).toEqual({ title, ending });
  });

  it('is given to whoever downloads it, whatever it was renamed to', () => {
    expect(downloadName({ title: 'Haushalt 2025/2026: neu', ending: 'pdf' })).toBe(
      'Haushalt 2025-2026_ neu.pdf',
    );
  });

  it('of a hundred thousand dots is read at once', () => {
    const began = performance.now();
    fileNameParts('. '.repeat(100_000));
    expect(performance.now() - began).toBeLessThan(500);
  });
});
