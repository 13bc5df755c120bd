/** Invitation texts the formats start with; every coordinator makes them their own. */
export const invitationTexts = {
  networkMeeting: `wir laden Sie herzlich zum nächsten Treffen unseres Netzwerks ein. Die Tagesordnung finden Sie unten.

Möchten Sie ein Thema einbringen? Dann antworten Sie bitte kurz auf diese Mail. Wenn Sie nicht kommen können, freuen wir uns über eine Vertretung aus Ihrem Haus.`,
  expertTalk: `zu einer Frage, die uns in der Sozialplanung gerade beschäftigt, möchten wir Ihren fachlichen Rat hören. Wir laden Sie deshalb zu einem Fachgespräch in kleiner Runde ein.

Sie brauchen nichts vorzubereiten. Hilfreich ist, wenn Sie ein Beispiel aus Ihrer Arbeit mitbringen.`,
  planningAreaConference: `was gibt es in unserem Planungsraum, und was fehlt? Darüber möchten wir mit Ihnen sprechen: mit Einrichtungen, Vereinen, Gemeinden und Menschen, die hier leben.

Wir bringen Zahlen und eine große Karte mit. Sie bringen Ihr Wissen von vor Ort mit. Am Ende stehen Absprachen, von denen Sie wieder hören.`,
  socialConference: `welche Themen sollen in den nächsten Jahren in der Sozialplanung vorn stehen? Auf der Sozialkonferenz entscheiden Sie mit.

Nach einem kurzen Überblick arbeiten wir in Foren zu den Handlungsfeldern. Danach vergeben alle Teilnehmenden Punkte. Was daraus wird, schreiben wir Ihnen spätestens vier Wochen später.`,
  futureWorkshop: `wir nehmen uns Zeit für eine Zukunftswerkstatt: Erst sagen wir offen, was nicht gut läuft. Dann träumen wir. Und zum Schluss überlegen wir gemeinsam, was davon geht.

Vorkenntnisse sind nicht nötig. Für Essen und Getränke ist gesorgt.`,
  worldCafe: `an kleinen Tischen, bei Kaffee und Kuchen, möchten wir mit Ihnen ins Gespräch kommen. Sie wechseln zweimal den Tisch und lernen so viele Sichtweisen kennen.

Alles, was Sie sagen und aufschreiben, wird gesammelt. Was daraus wurde, erfahren Sie in einem Ergebnisbrief.`,
  survey: `Ihre Meinung ist uns wichtig. Bitte nehmen Sie sich zehn Minuten für unsere Befragung. Sie ist freiwillig, und aus den Antworten ist nicht erkennbar, von wem sie stammen.`,
  stockSurvey: `einmal im Jahr prüfen wir gemeinsam mit Ihnen, ob die Angaben zu Ihren Angeboten noch stimmen. Das meiste haben wir für Sie schon ausgefüllt. Bitte bestätigen oder ergänzen Sie es.`,
  hardToReach: `wir möchten hören, wie es Ihnen geht und was Sie brauchen. Wir kommen zu Ihnen. Sie müssen Ihren Namen nicht sagen. Wer möchte, bringt jemanden mit.`,
} as const;
