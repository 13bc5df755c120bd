/** Where a text block is offered. */
export const textBlockCategories = ['ANSWER', 'REASON', 'INVITATION', 'RETURN_MESSAGE'] as const;
export type TextBlockCategory = (typeof textBlockCategories)[number];

export const textBlockCategoryLabels: Record<TextBlockCategory, string> = {
  ANSWER: 'Antworten auf Hinweise',
  REASON: 'Begründungen',
  INVITATION: 'Einladungen',
  RETURN_MESSAGE: 'Ergebnisbriefe',
};

export interface DefaultTextBlock {
  category: TextBlockCategory;
  name: string;
  text: string;
}

/** What a county starts with; afterwards the list belongs to its planners. Words in […] are filled in by hand. */
export const defaultTextBlocks: readonly DefaultTextBlock[] = [
  {
    category: 'ANSWER',
    name: 'Dank',
    text: 'Vielen Dank, dass Sie uns das gesagt haben. Solche Hinweise helfen uns, den Landkreis besser zu planen.',
  },
  {
    category: 'ANSWER',
    name: 'Aufgenommen',
    text: 'Ihr Hinweis fließt in unsere Planung ein. Wir berichten, sobald daraus ein Vorhaben geworden ist.',
  },
  {
    category: 'ANSWER',
    name: 'Zum Teil',
    text: 'Einen Teil Ihres Hinweises konnten wir aufnehmen. Für den anderen Teil fehlen uns derzeit die Möglichkeiten.',
  },
  {
    category: 'ANSWER',
    name: 'Zur Kenntnis',
    text: 'Wir haben Ihren Hinweis festgehalten. Er hilft uns, ein vollständiges Bild zu bekommen.',
  },
  {
    category: 'ANSWER',
    name: 'Bedauern',
    text: 'Wir können Ihren Wunsch leider nicht erfüllen. Den Grund möchten wir Ihnen offen nennen: [Grund]',
  },
  {
    category: 'ANSWER',
    name: 'Weitergeleitet',
    text: 'Dafür ist eine andere Stelle zuständig. Wir haben Ihren Hinweis dorthin weitergegeben.',
  },
  {
    category: 'ANSWER',
    name: 'Rückfrage',
    text: 'Wenn Sie dazu noch etwas sagen möchten, antworten Sie einfach auf diese Mail.',
  },
  {
    category: 'REASON',
    name: 'Passt ins Vorhaben',
    text: 'Das passt zu dem, was wir im Handlungsfeld ohnehin vorhaben, und wird dort mitbedacht.',
  },
  {
    category: 'REASON',
    name: 'Kein Geld in diesem Jahr',
    text: 'Im Haushalt dieses Jahres ist dafür kein Geld vorgesehen. Wir nehmen den Wunsch in die nächste Beratung mit.',
  },
  {
    category: 'REASON',
    name: 'Gibt es schon',
    text: 'Dieses Angebot gibt es bereits: [Angebot]. Offenbar ist es zu wenig bekannt; das ändern wir.',
  },
  {
    category: 'INVITATION',
    name: 'Thema einbringen',
    text: 'Möchten Sie ein Thema einbringen? Dann antworten Sie bitte bis zum [Tag] kurz auf diese Mail.',
  },
  {
    category: 'INVITATION',
    name: 'Vertretung',
    text: 'Wenn Sie nicht kommen können, freuen wir uns über eine Vertretung aus Ihrem Haus.',
  },
  {
    category: 'INVITATION',
    name: 'Unterstützung',
    text: 'Brauchen Sie Assistenz, Gebärdensprache oder eine Begleitung? Schreiben Sie es uns mit Ihrer Antwort; wir kümmern uns darum.',
  },
  {
    category: 'RETURN_MESSAGE',
    name: 'Dank für die Mitarbeit',
    text: 'Vielen Dank, dass Sie sich die Zeit genommen haben. Hier lesen Sie, was aus Ihren Hinweisen geworden ist.',
  },
  {
    category: 'RETURN_MESSAGE',
    name: 'Noch in Prüfung',
    text: 'Einiges prüfen wir noch. Sie hören bis zum [Tag] wieder von uns.',
  },
];
