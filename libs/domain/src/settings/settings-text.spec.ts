import { defaultAccessibilityText, defaultImprint, defaultPrivacyText } from './default-texts';
import { settingsBlocks } from './settings-text';

const values = { countyName: 'Landkreis Musterland', replyAddress: 'sozialplanung@musterland.example' };

describe('texts of the settings', () => {
  it('become paragraphs, headings and lists', () => {
    const blocks = settingsBlocks(
      '## Wer\n{Landkreis}\nMusterstraße 1\n\nDas:\n- eins\n- zwei\nEnde',
      values,
    );
    expect(blocks.map((block) => block.kind)).toEqual([
      'heading',
      'paragraph',
      'paragraph',
      'list',
      'paragraph',
    ]);
    expect(blocks[1]).toEqual({
      kind: 'paragraph',
      runs: [{ kind: 'plain', text: 'Landkreis Musterland\nMusterstraße 1' }],
    });
  });

  it('make links of web and mail addresses, without the full stop behind them', () => {
    const [block] = settingsBlocks('Siehe https://www.example.org/a, sonst {Antwortadresse}.', values);
    expect(block).toEqual({
      kind: 'paragraph',
      runs: [
        { kind: 'plain', text: 'Siehe ' },
        { kind: 'link', text: 'https://www.example.org/a', href: 'https://www.example.org/a' },
        { kind: 'plain', text: ', sonst ' },
        { kind: 'link', text: values.replyAddress, href: `mailto:${values.replyAddress}` },
        { kind: 'plain', text: '.' },
      ],
    });
  });

  it('make links of our public pages, and of no other stroke', () => {
    const [block] = settingsBlocks('Das Formular steht unter /mitreden, für Sie und /oder andere.', values);
    expect(block).toEqual({
      kind: 'paragraph',
      runs: [
        { kind: 'plain', text: 'Das Formular steht unter ' },
        { kind: 'link', text: '/mitreden', href: '/mitreden' },
        { kind: 'plain', text: ', für Sie und /oder andere.' },
      ],
    });
  });

  it('say of accessibility how far it goes, since when, what is missing, and offer a form beside the mail', () => {
    const shown = JSON.stringify(settingsBlocks(defaultAccessibilityText, values));
    expect(shown).toContain('teilweise vereinbar');
    expect(shown).toMatch(/erstellt und zuletzt am [^"]*2026 überprüft/);
    expect(shown).toContain('eine Erklärung in Leichter Sprache');
    expect(shown).toContain('"href":"/leicht"');
    expect(shown).toContain('"href":"/mitreden"');
  });

  it('leaves no placeholder in the texts a county begins with', () => {
    const shown = JSON.stringify(
      [defaultImprint, defaultPrivacyText, defaultAccessibilityText].map((it) => settingsBlocks(it, values)),
    );
    expect(shown).not.toMatch(/[{]Landkreis|[{]Antwort/);
    expect(shown).toContain('Landesfachstelle');
  });
});
