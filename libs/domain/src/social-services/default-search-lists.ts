import type { NumberDanger, TopicDanger } from './public-search';

export interface DefaultSearchTopic {
  name: string;
  said: string;
  finds: string;
  danger: TopicDanger;
}

const topic = (
  name: string,
  said: string,
  finds: string,
  danger: TopicDanger = 'NONE',
): DefaultSearchTopic => ({
  name,
  said,
  finds,
  danger,
});

/** What people say and what offers are called; afterwards the list belongs to the county. */
export const defaultSearchTopics: readonly DefaultSearchTopic[] = [
  topic(
    'Gewalt zu Hause',
    'schlägt, schlagt, schlagen, geschlagen, verprügelt, prügelt, Schläge, Gewalt, gewalttätig, Frauenhaus, Frauenhäuser, Frauenschutzhaus, Interventionsstelle, bedroht, schreit mich an, beleidigt mich, demütigt mich, droht mir, Angst vor meinem Mann, Angst vor meiner Frau, Angst vor meinem Partner, Stalking, verfolgt mich, vergewaltigt, Vergewaltigung, missbraucht, Missbrauch, würgt, eingesperrt, Zwangsheirat, er tut mir weh, er tut uns weh, schlug, haut mich, haut uns, tritt mich, schubst mich, misshandelt, belästigt, erpresst, kontrolliert mich, Partnergewalt, Beziehungsgewalt, vergewaltigen, Angst vor meinem Ex, Angst vor meinem Freund, Angst vor ihm',
    'Frauenhaus, Interventionsstelle, häusliche Gewalt, Gewalt, Stalking',
    'VIOLENCE',
  ),
  topic(
    'Nicht mehr leben wollen',
    'Suizid, Selbstmord, umbringen, nicht mehr leben, will sterben, sterben will, lebensmüde, Krise, Krisendienst, Krisentelefon, ritzen, Selbstverletzung, Selbsttötung, Leben nehmen, Todeswunsch, hoffnungslos, sinnlos, nicht mehr weiter, keinen Sinn mehr',
    'Krise, Krisendienst, Seelsorge, psychisch, Lebensberatung',
    'CRISIS',
  ),
  topic(
    'Kind in Not',
    'Kind wird geschlagen, Kind geschlagen, Kindeswohl, Kindeswohlgefährdung, vernachlässigt, Kind misshandelt, Kindesmissbrauch, Kindesmisshandlung, Vater schlägt, Mutter schlägt, Papa schlägt, Mama schlägt, Papa haut, Mama haut, Eltern schlagen, weggelaufen, abgehauen, will nicht nach Hause, Mobbing, gemobbt, Cybermobbing',
    'Erziehungsberatung, Schulsozialarbeit, Kinderschutz, Jugendamt, Frühe Hilfen',
    'CHILDREN',
  ),
  topic(
    'Plötzlich krank',
    'Vergiftung, vergiftet, Überdosis, bewusstlos, Herzinfarkt, Schlaganfall, Notarzt, Bereitschaftsarzt, Arzt am Wochenende, Bereitschaftsdienst',
    'Bereitschaftsdienst, Gesundheitsamt',
    'HEALTH',
  ),
  topic(
    'Schulden',
    'Schulden, verschuldet, überschuldet, Pfändung, gepfändet, Gerichtsvollzieher, Inkasso, Mahnung, Mahnungen, Mahnbescheid, Insolvenz, Privatinsolvenz, pleite, Kredit, Dispo, Schufa, kann nicht zahlen, nicht mehr zahlen, nicht bezahlen, nicht mehr bezahlen, Rechnungen, Raten, Konto gesperrt, P-Konto, Zwangsvollstreckung',
    'Schuldnerberatung, Schulden, Insolvenz',
  ),
  topic(
    'Zu wenig Geld',
    'kein Geld, zu wenig Geld, Kindergeld, Kinderzuschlag, Lebensmittel, Anwalt, Rechtsberatung, Bürgergeld, Hartz, Sozialhilfe, Grundsicherung, Wohngeld, arm, Armut, Tafel, Hunger, nichts zu essen, Kleiderkammer, Jobcenter, Bescheid, Widerspruch, Antrag, Formular, Behörde',
    'Sozialberatung, Tafel, Kleiderkammer, Grundsicherung',
  ),
  topic(
    'Wohnung',
    'Wohnung, Wohnung verlieren, Wohnung gekündigt, Wohnungssuche, obdachlos, wohnungslos, Kündigung der Wohnung, rausgeworfen, Räumung, Räumungsklage, Mietschulden, Miete, Mieter, Vermieter, keine Wohnung, auf der Straße, Strom abgestellt, Stromsperre',
    'Wohnungslosenhilfe, Mietschulden, Wohnung',
  ),
  topic(
    'Sucht',
    'trinkt, trinke, säuft, Alk, Alkohol, Alkoholiker, betrunken, Drogen, kiffen, Cannabis, Crystal, süchtig, Sucht, Tabletten, Spielsucht, Automaten, Glücksspiel, wetten, Entzug, clean werden',
    'Suchtberatung, Sucht, Alkohol, Drogen',
  ),
  topic(
    'Pflege',
    'Pflege, pflegen, Pflegedienst, Pflegeheim, Altenheim, Pflegegrad, Pflegestufe, bettlägerig, Kurzzeitpflege, Verhinderungspflege, Entlastung, dement, Demenz, Alzheimer, Parkinson, vergisst, Tagespflege, alleine leben, allein leben, nicht mehr alleine, nicht mehr allein, pflegebedürftig, Pflegekraft, Heimplatz, Betreuung zu Hause, vergesslich, Sozialstation, Hausnotruf, Essen auf Rädern',
    'Pflege, Tagespflege, Pflegeberatung, Demenz',
  ),
  topic(
    'Behinderung',
    'behindert, Behinderung, Schwerbehinderung, Schwerbehindertenausweis, Rollstuhl, blind, gehörlos, taub, Assistenz, Teilhabe, Eingliederungshilfe, Lernschwierigkeiten, Autismus, autistisch, Werkstatt',
    'Teilhabeberatung, Behinderung, Assistenz',
  ),
  topic(
    'Seele',
    'depressiv, Depression, traurig, Angst, Ängste, Panik, Panikattacken, Burnout, Stress, überfordert, erschöpft, ausgebrannt, kann nicht mehr, psychisch krank, Psychologe, Therapeut, Trauma, schlaflos, schlafen, geschlafen',
    'psychisch, Lebensberatung, Selbsthilfe, Sozialpsychiatrischer Dienst',
  ),
  topic(
    'Lange krank',
    'krank, Krankheit, chronisch krank, Krebs, Rheuma, Diabetes',
    'Selbsthilfe, Gesundheitsamt, Sozialberatung',
  ),
  topic(
    'Einsamkeit',
    'einsam, allein, alleine, keine Freunde, Leute kennenlernen, Gesellschaft, Langeweile',
    'Begegnung, Treffpunkt, offener Treff, Seniorentreff, Nachbarschaftstreff, Nachbarschaft, Café',
  ),
  topic(
    'Trauer',
    'gestorben, Tod, tot, Trauer, trauern, verwitwet, Witwe, Witwer, Sterbebegleitung, Hospiz',
    'Trauer, Hospiz, Lebensberatung',
  ),
  topic(
    'Trennung und Streit',
    'Scheidung, scheiden, Trennung, getrennt, Streit, Ehekrise, Unterhalt, Sorgerecht, Umgangsrecht, Besuchsrecht, verlassen worden, mich verlassen, fremdgegangen',
    'Familienberatung, Lebensberatung, Ehe-, Erziehungsberatung',
  ),
  topic(
    'Erziehung',
    'Erziehung, trotzt, Trotz, Wutanfälle, hört nicht, Pubertät, Schulprobleme, Schule, Lehrer, schwänzt, Schule schwänzen, ADHS, schwer erziehbar, Kinder überfordern',
    'Erziehungsberatung, Schulsozialarbeit, Familienberatung',
  ),
  topic(
    'Lesen, Schreiben, Lernen',
    'lesen lernen, schreiben lernen, nicht lesen, nicht schreiben, nicht richtig lesen, nicht richtig schreiben, Analphabet, Analphabetin, Alphabetisierung, Rechtschreibung, Legasthenie, vorlesen, Nachhilfe, Hausaufgaben, Lernhilfe',
    'Leseförderung, Lesepaten, Alphabetisierung, Grundbildung, Lernhilfe, Nachhilfe, Hausaufgabenhilfe',
  ),
  topic(
    'Schwanger',
    'schwanger, Schwangerschaft, ungewollt schwanger, Abtreibung, Schwangerschaftsabbruch, Pille danach, Kinderwunsch, Geburt, Hebamme, Verhütung',
    'Schwangerschaft, Konfliktberatung, Frühe Hilfen',
  ),
  topic(
    'Baby und Kleinkind',
    'Baby, Säugling, Kleinkind, schreit, Schreibaby, Stillen, Krabbelgruppe, Elterngeld, Kita, Kindergarten, Krippe, Tagesmutter',
    'Frühe Hilfen, Eltern, Familie',
  ),
  topic(
    'Alleinerziehend',
    'alleinerziehend, allein mit Kind, allein mit Kindern, Unterhaltsvorschuss',
    'Alleinerziehende, Familie',
  ),
  topic(
    'Jugend',
    'Jugendliche, Jugendclub, Jugendzentrum, Freizeit, Ferien, Ferienlager, Ausbildung, Lehrstelle',
    'Jugend, Jugendarbeit',
  ),
  topic(
    'Neu in Deutschland',
    'Ausländer, Ausländerbehörde, Flüchtling, geflüchtet, Asyl, Aufenthalt, Visum, Duldung, Abschiebung, Einbürgerung, Ukraine, kein Deutsch, Familiennachzug, Integration, Integrationskurs, Deutschkurs, Deutsch lernen, Migration',
    'Migrationsberatung, Migration, Integration, Deutsch',
  ),
  topic(
    'Sprache',
    'dolmetschen, Dolmetscher, übersetzen, Übersetzer, Übersetzung, kein Deutsch, Sprachmittler, Gebärdensprache',
    'Sprachmittlung, Übersetzen, Dolmetschen',
  ),
  topic(
    'Wege',
    'kein Auto, kein Bus, Fahrdienst, Fahrt, hinfahren, gefahren werden, zum Arzt fahren, Bürgerbus, Rufbus, Begleitung, Einkaufen fahren',
    'Mobilität, Fahrdienst, Bürgerbus',
  ),
  topic(
    'Alt sein',
    'Senioren, Rentner, Rente, ist alt, bin alt, alte Menschen, alte Eltern, im Alter, Seniorentreff',
    'Senioren, Ältere, Altenhilfe, Begegnung, Pflegeberatung',
  ),
  topic(
    'Arbeit',
    'arbeitslos, Arbeit verloren, gekündigt, Job, Bewerbung, Arbeitsamt, Arbeitsagentur',
    'Arbeit, Sozialberatung',
  ),
  topic(
    'Selbsthilfe und Ehrenamt',
    'Selbsthilfegruppe, Selbsthilfe, Ehrenamt, freiwillig helfen, mithelfen',
    'Selbsthilfe, Ehrenamt, Begegnung',
  ),
];

export interface DefaultEmergencyNumber {
  name: string;
  number: string;
  note: string;
  danger: NumberDanger;
}

/** With what a county begins. All of them are free of charge and answer day and night unless their note says else. */
export const defaultEmergencyNumbers: readonly DefaultEmergencyNumber[] = [
  { name: 'Polizei', number: '110', note: 'Wenn Sie oder andere bedroht werden', danger: 'ANY' },
  { name: 'Rettungsdienst und Feuerwehr', number: '112', note: 'Lebensgefahr, Unfall, Feuer', danger: 'ANY' },
  {
    name: 'Hilfetelefon Gewalt gegen Frauen',
    number: '116 016',
    note: 'Tag und Nacht, kostenlos, in vielen Sprachen',
    danger: 'VIOLENCE',
  },
  {
    name: 'TelefonSeelsorge',
    number: '0800 1110111',
    note: 'Tag und Nacht, kostenlos, ohne Namen',
    danger: 'CRISIS',
  },
  {
    name: 'Nummer gegen Kummer für Kinder und Jugendliche',
    number: '116 111',
    note: 'Kostenlos; nicht zu jeder Stunde besetzt',
    danger: 'CHILDREN',
  },
  {
    name: 'Ärztlicher Bereitschaftsdienst',
    number: '116 117',
    note: 'Wenn die Praxis zu hat und es nicht lebensgefährlich ist',
    danger: 'HEALTH',
  },
];
