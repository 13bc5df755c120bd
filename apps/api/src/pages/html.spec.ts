import { attributes, escapeHtml, html, trustedHtml, withLineBreaks } from './html';

describe('pages: html', () => {
  it('escapes every value and lets its own HTML through', () => {
    const name = 'Müller & Söhne <Köthen> "x" \'y\' `z`';
    expect(html`<p title="${name}">${html`<b>${name}</b>`}</p>`.toString()).toBe(
      '<p title="Müller &amp; Söhne &lt;Köthen&gt; &quot;x&quot; &#39;y&#39; &#96;z&#96;">' +
        '<b>Müller &amp; Söhne &lt;Köthen&gt; &quot;x&quot; &#39;y&#39; &#96;z&#96;</b></p>',
    );
  });

  it('writes lists one after the other and nothing for what is absent', () => {
    expect(html`${['<a>', html`<i>1</i>`, 2]}${null}${undefined}${false}${0}`.toString()).toBe(
      '&lt;a&gt;<i>1</i>20',
    );
  });

  it('drops control characters, keeps tab and newline', () => {
    expect(escapeHtml('a\u0000b\u0008c\u001bd\te\nf')).toBe('abcd\te\nf');
  });

  it('keeps the newlines of values while it drops the indentation of our source', () => {
    const typed = 'eins\n    zwei';
    const strings = Object.assign(['<p>\n      ', '\n   </p>'], { raw: [] });
    expect(html(strings, typed).toString()).toBe('<p>\neins\n    zwei\n</p>');
  });

  it('writes attributes, also bare ones, and escapes them', () => {
    const written = attributes({ name: 'a"b', checked: true, value: null, max: 3, hidden: false });
    expect(written.toString()).toBe(' name="a&quot;b" checked max="3"');
  });

  it('turns newlines into breaks after escaping', () => {
    expect(withLineBreaks('<a>\r\nb\nc').toString()).toBe('&lt;a&gt;<br>b<br>c');
    expect(trustedHtml('<b>').toString()).toBe('<b>');
  });
});
