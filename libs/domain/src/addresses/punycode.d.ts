declare module 'punycode.js' {
  /** Node finds no named exports in this package, browsers' bundles find both. */
  const punycode: {
    /** Turns each label that begins with "xn--" into the letters it stands for. */
    toUnicode(domain: string): string;
  };
  export default punycode;
}
