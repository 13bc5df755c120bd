/** The Methodenblätter a county begins with, in their first version. */
export const defaultMethods: readonly { title: string; text: string }[] = [
  {
    title: 'Aufgaben und Ansatz der Sozialplanung',
    text: `Sozialplanung stellt eine fundierte Datenbasis her, bringt Akteure zusammen und leitet aus beidem Handlungsschwerpunkte und Empfehlungen für die Politik ab.

Sie arbeitet integrativ und kooperativ: integrativ mit den Fachbereichen des Landkreises, kooperativ mit freien Trägern, Gemeinden, Selbsthilfe und den Menschen selbst. Jeder Schritt des Bauplans nennt deshalb, wer führt, wer beteiligt ist, was herauskommt und woran man erkennt, dass er fertig ist.

Geplant wird in Zyklen. Ein Zyklus führt von der Beobachtung über die Beteiligung und den Beschluss zur Umsetzung und zur Frage, was sie bewirkt hat. Die Antwort ist der Anfang des nächsten.`,
  },
  {
    title: 'Datenkonzept und Monitoring',
    text: `Das Datenkonzept sagt, was beobachtet wird, wozu, woher die Werte kommen und wie oft. Der Datenkatalog ist seine Liste: Jeder Indikator hat eine Definition, eine Quelle und eine Regel zur Geheimhaltung.

Werte werden nie stillschweigend berichtigt. Wird ein Indikator anders definiert, entsteht eine neue Fassung; alte Werte bleiben bei ihrer Fassung. Zu jeder Zahl gehören Quelle, Stichtag und Gebietsstand.

Kleine Zahlen werden geschützt. Veröffentlicht wird nur, was auch auf Umwegen niemanden erkennbar macht.`,
  },
  {
    title: 'Beteiligung und Netzwerke',
    text: `Beteiligt wird, wen es angeht. Die Akteursanalyse fragt nach Einfluss, Betroffenheit und Rolle und benennt, wer fehlt.

Für jede Frage gibt es eine passende Form: Sozialkonferenz, Planungsraumkonferenz, Fachgespräch, Zukunftswerkstatt, World Café, Befragung, Netzwerktreffen. Jede wird dokumentiert, und wer dabei war, erfährt, was daraus wurde.

Ein Netzwerk gilt als verstetigt, wenn es eine schriftliche Vereinbarung, eine benannte Koordination, regelmäßige Treffen, einen Berichtsweg in ein Gremium und übernommene Ergebnisse hat.`,
  },
  {
    title: 'Vom Befund zur Empfehlung',
    text: `Ein Befund ist eine Aussage mit Belegen und Einschränkung. Belege sind Zahlen, Hinweise, Ergebnisse von Formaten oder Auswertungen von Maßnahmen. Eine zweite Person prüft ihn.

Ein Handlungsschwerpunkt fasst Befunde zusammen. Eine Handlungsempfehlung sagt, wer was bis wann tun soll und woran der Erfolg zu erkennen ist. Ohne Befund gibt es keine Empfehlung.

Die Wirkungsevaluation vergleicht Ziel und Erreichtes. Ihre Folgerung ist Beleg für den nächsten Befund.`,
  },
];
