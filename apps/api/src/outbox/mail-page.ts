const HEAD = /<head[^<>]*>/i;

/**
 * A mail shown inside the application. Its styles stand in attributes, as mail programs demand, so it gets
 * rules of its own: no script, no form, nothing from elsewhere; links open in a window of their own.
 */
export const mailPage = {
  headers: {
    'Content-Security-Policy': [
      "default-src 'none'",
      "style-src 'unsafe-inline'",
      "img-src 'self' data:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
      'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
    ].join('; '),
    'X-Frame-Options': 'SAMEORIGIN',
  },

  of(html: string): string {
    const links = '<base target="_blank">';
    return HEAD.test(html) ? html.replace(HEAD, (head) => head + links) : links + html;
  },
} as const;
