import { formRefusal, readVoiceCode, showVoiceCode, VOICE_CODE_SIGNS } from './voices';

const CODE = VOICE_CODE_SIGNS.slice(0, 20);

describe('The code of a Hinweis without a name', () => {
  it('is shown in groups and read in any spelling', () => {
    const shown = showVoiceCode(CODE);
    expect(shown).toBe('2345-6789-ABCD-EFGH-JKMN');
    for (const typed of [shown, shown.toLowerCase(), shown.replaceAll('-', ' '), ` ${CODE} `])
      expect(readVoiceCode(typed)).toBe(CODE);
  });

  it('is nothing else', () => {
    for (const typed of [
      '',
      CODE.slice(1),
      `${CODE}2`,
      CODE.replace('2', 'O'),
      'Ä'.repeat(20),
      ' '.repeat(500),
    ])
      expect(readVoiceCode(typed)).toBeNull();
  });
});

describe('The public form', () => {
  const written = { text: 'Der Bus fährt zu selten.', trap: '', openSeconds: 40 };

  it('takes what somebody wrote in their own time', () => {
    expect(formRefusal(written)).toBeNull();
    expect(formRefusal({ ...written, openSeconds: 3 })).toBeNull();
    expect(formRefusal({ ...written, text: 'Siehe https://a.example und www.b.example.' })).toBeNull();
  });

  it('asks again where a program may have written, and refuses lists of links', () => {
    expect(formRefusal({ ...written, trap: 'https://kauf.example' })).toBe('voice-form-again');
    for (const openSeconds of [null, -1, 2, 86_401])
      expect(formRefusal({ ...written, openSeconds })).toBe('voice-form-again');
    expect(formRefusal({ ...written, text: 'http://a http://b WWW.c' })).toBe('voice-form-links');
  });
});
