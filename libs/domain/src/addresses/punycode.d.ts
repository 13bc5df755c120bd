declare module 'punycode.js' {
  /** As Node and bundlers both find it: by the default export. */
  const punycode: {
    /** Turns each label that begins with "xn--" into the letters it stands for. */
    toUnicode(domain: string): string;
  };
  export default punycode;
}
