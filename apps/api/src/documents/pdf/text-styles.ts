import type { FontName } from './fonts';

export interface TextStyle {
  readonly font: FontName;
  readonly size: number;
  /** From baseline to baseline. */
  readonly leading: number;
  readonly colour: string;
}

export const ink = '#1d2426';
export const quietInk = '#566064';
export const hairline = '#d4cec3';

export const textStyles = {
  title: { font: 'strong', size: 22, leading: 27, colour: ink },
  subject: { font: 'strong', size: 14.5, leading: 20, colour: ink },
  subtitle: { font: 'regular', size: 12.5, leading: 18, colour: quietInk },
  heading2: { font: 'strong', size: 14, leading: 19, colour: ink },
  heading3: { font: 'strong', size: 11.5, leading: 16, colour: ink },
  heading4: { font: 'strong', size: 11, leading: 15.5, colour: quietInk },
  body: { font: 'regular', size: 11, leading: 15.5, colour: ink },
  quote: { font: 'italic', size: 11.5, leading: 16.5, colour: ink },
  note: { font: 'regular', size: 9.5, leading: 13.5, colour: quietInk },
  label: { font: 'regular', size: 10, leading: 15.5, colour: quietInk },
  cell: { font: 'regular', size: 10, leading: 13.5, colour: ink },
  tableHead: { font: 'strong', size: 9, leading: 12, colour: quietInk },
  caption: { font: 'strong', size: 10, leading: 14, colour: ink },
  small: { font: 'regular', size: 8.5, leading: 11.5, colour: quietInk },
} as const satisfies Record<string, TextStyle>;
