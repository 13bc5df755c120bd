import { inAppPath } from './in-app-path';

describe('where somebody goes after signing in', () => {
  it.each(['/', '/termine/42?reiter=unterlagen', '/netzwerke#mitglieder', '/a%20b'])('may be %s', (path) => {
    expect(inAppPath(path)).toBe(path);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/..//evil.example',
    '/%2e%2e//evil.example',
    ' /x',
    '/api/session',
    '/anmeldung/abc',
    `/${'a'.repeat(600)}`,
    '',
    null,
  ])('is the start page instead of %p', (path) => {
    expect(inAppPath(path)).toBe('/');
  });
});
