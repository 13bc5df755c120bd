/** What people build passwords from, by our own collection: everyday words, names, the county and its work. */
export const commonWords: readonly string[] = (
  'passwort password kennwort geheim secret login anmeldung anmelden zugang willkommen welcome hallo hello guten morgen ' +
  'master meister admin administrator administration root user benutzer nutzer test tester testing demo gast guest konto account ' +
  'computer internet windows office outlook microsoft google apple samsung drucker tastatur server system ' +
  'qwertz qwerty asdf yxcv abc iloveyou ichliebedich liebe love schatz schatzi engel angel baby princess prinzessin sonnenschein sunshine ' +
  'superman batman starwars pokemon dragon drache monkey tiger panther adler shadow schatten hunter jaeger letmein trustno football ' +
  'fussball baseball hockey bayern muenchen schalke dortmund werder hansa magdeburg halle leipzig dresden berlin hamburg koeln ' +
  'deutschland germany europa sachsen anhalt bitterfeld wolfen koethen zerbst aken zoerbig muldestausee raguhn jessnitz sandersdorf brehna ' +
  'osternienburg dessau rosslau wittenberg mulde elbe fuhne flaeming ' +
  'landkreis kreis landrat landratsamt kreistag kreisverwaltung verwaltung behoerde amt rathaus gemeinde stadt buerger ' +
  'sozialplanung sozialplaner sozial planung planer netzwerk koordination koordinator beteiligung runder runde tisch rundertisch jugendamt sozialamt ' +
  'jugendhilfe pflege gesundheit bildung kita schule traeger beratung ' +
  'januar februar maerz april mai juni juli august september oktober november dezember fruehling sommer herbst winter spring summer autumn ' +
  'montag dienstag mittwoch donnerstag freitag samstag sonntag monday friday sunday urlaub wochenende kaffee ' +
  'anna andreas alexander barbara birgit christian christina claudia daniel david elena felix florian frank hannah heike jan jana jens johannes ' +
  'julia katrin klaus lara laura lena leon lisa lukas manfred maria marie markus martin matthias max maximilian melanie michael monika nadine ' +
  'nicole nina oliver patrick paul peter petra philipp robert sabine sandra sarah sebastian silke simon sophie stefan stefanie susanne thomas ' +
  'tobias ursula uwe wolfgang yvonne hund katze auto blume garten haus wohnung familie mutter vater mama papa oma opa ' +
  'eins zwei drei vier fuenf sechs sieben acht neun zehn one two three neu neues new mein meine dein unser ich bin das ist der die und the ' +
  'unbelievable whatever fuckyou asshole arschloch scheisse ficken pussy mustang corvette ferrari mercedes porsche volkswagen bmw audi ' +
  'freedom freiheit frieden hoffnung glueck lucky money geld million access changeme aendern default standard initial sicher sicherheit security'
).split(' ');
