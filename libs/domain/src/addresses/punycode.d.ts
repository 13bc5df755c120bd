declare module 'punycode.js' {
  /** Turns each label that begins with "xn--" into the letters it stands for. */
  export function toUnicode(domain: string): string;
}
