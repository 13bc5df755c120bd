import { Technical1760000000100 } from './1760000000100-technical';
import { Outbox1760000000200 } from './1760000000200-outbox';
import { Lists1760000000300 } from './1760000000300-lists';
import { Actors1760000000400 } from './1760000000400-actors';
import { Committees1760000000500 } from './1760000000500-committees';
import { AccountPassword1760000000510 } from './1760000000510-account-password';
import { Networks1760000000520 } from './1760000000520-networks';
import { Tasks1760000000540 } from './1760000000540-tasks';
import { Formats1760000000600 } from './1760000000600-formats';
import { Meetings1760000000700 } from './1760000000700-meetings';
import { Feedback1760000000800 } from './1760000000800-feedback';
import { Polls1760000002100 } from './1760000002100-polls';
import { Answers1760000002200 } from './1760000002200-answers';
import { SocialServices1760000002400 } from './1760000002400-social-services';
import { Voices1760000002500 } from './1760000002500-voices';
import { Suggestions1760000002600 } from './1760000002600-suggestions';
import { Imports1760000002700 } from './1760000002700-imports';
import { PlacesAndTextBlocks1760000002800 } from './1760000002800-places-and-text-blocks';
import { ConversationsAndTargets1760000002810 } from './1760000002810-conversations-and-targets';
import { Operations1760000002820 } from './1760000002820-operations';
import { SearchByKind1760000002900 } from './1760000002900-search-by-kind';
import { CollectiveAnswers1760000003000 } from './1760000003000-collective-answers';
import { InboxCounts1760000003100 } from './1760000003100-inbox-counts';
import { SearchIndexes1760000003110 } from './1760000003110-search-indexes';
import { SimilarByWords1760000003120 } from './1760000003120-similar-by-words';
import { AuditOfLists1760000003130 } from './1760000003130-audit-of-lists';
import { KeysByTheClock1760000003140 } from './1760000003140-keys-by-the-clock';
import { HeavyWork1760000003200 } from './1760000003200-heavy-work';
import { AuditSeals1760000003300 } from './1760000003300-audit-seals';
import { LettersOfOtherLanguages1760000003310 } from './1760000003310-letters-of-other-languages';
import { AddressesInOneForm1760000003320 } from './1760000003320-addresses-in-one-form';
import { DateOfReplyMails1760000003330 } from './1760000003330-date-of-reply-mails';
import { FoldPlainLettersFast1760000003340 } from './1760000003340-fold-plain-letters-fast';
import { Uploads1760000003700 } from './1760000003700-uploads';
import { UndoOfMerges1760000003800 } from './1760000003800-undo-of-merges';
import { ListTwinsAndCorrections1760000003850 } from './1760000003850-list-twins-and-corrections';
import { KnownDevices1760000003900 } from './1760000003900-known-devices';
import { EverydaySearch1760000003950 } from './1760000003950-everyday-search';
import { MailsByDispatch1760000004050 } from './1760000004050-mails-by-dispatch';
import { LeftAddressesStayUnread1760000004051 } from './1760000004051-left-addresses-stay-unread';
import { Arguments1760000004055 } from './1760000004055-arguments';
import { Condensing1760000004058 } from './1760000004058-condensing';
import { FeedbackNotes1760000004059 } from './1760000004059-feedback-notes';
import { Findings1760000004061 } from './1760000004061-findings';
import { EarlierWords1760000004062 } from './1760000004062-earlier-words';
import { Coverage1760000004063 } from './1760000004063-coverage';
import { Prioritisation1760000004065 } from './1760000004065-prioritisation';
import { Measures1760000004071 } from './1760000004071-measures';
import { MeasureProgressRequests1760000004072 } from './1760000004072-measure-progress-requests';
import { Assignments1760000004075 } from './1760000004075-assignments';
import { FourEyes1760000004076 } from './1760000004076-four-eyes';
import { TextBlockUses1760000004077 } from './1760000004077-text-block-uses';
import { DismissedProposals1760000004078 } from './1760000004078-dismissed-proposals';
import { VoicesOfAField1760000004081 } from './1760000004081-voices-of-a-field';
import { YearLetters1760000004084 } from './1760000004084-year-letters';
import { FieldPublications1760000004088 } from './1760000004088-field-publications';
import { PublishedLetters1760000004089 } from './1760000004089-published-letters';
import { FeedbackCounts1760000004093 } from './1760000004093-feedback-counts';
import { WordsOfPlanning1760000004094 } from './1760000004094-words-of-planning';
import { EvaluationAsEvidence1760000004096 } from './1760000004096-evaluation-as-evidence';
import { FactsOfFeedback1760000004097 } from './1760000004097-facts-of-feedback';
import { ChangedWordsOfEvidence1760000004100 } from './1760000004100-changed-words-of-evidence';
import { WhoWasHeard1760000004101 } from './1760000004101-who-was-heard';
import { OpenFeedback1760000004102 } from './1760000004102-open-feedback';
import { KeptCountsOfFeedback1760000004110 } from './1760000004110-kept-counts-of-feedback';
import { HinweiseThatLeadOn1760000004111 } from './1760000004111-hinweise-that-lead-on';
import { PresentedLetters1760000004120 } from './1760000004120-presented-letters';
import { KeptVoicesOfFindings1760000004130 } from './1760000004130-kept-voices-of-findings';
import { OpenMilestones1760000004131 } from './1760000004131-open-milestones';
import { Indicators1760000004200 } from './1760000004200-indicators';
import { IndicatorCatalogue1760000004201 } from './1760000004201-indicator-catalogue';
import { DataRequests1760000004220 } from './1760000004220-data-requests';
import { FigureImports1760000004230 } from './1760000004230-figure-imports';
import { FigureReleases1760000004240 } from './1760000004240-figure-releases';
import { FiguresAsEvidence1760000004250 } from './1760000004250-figures-as-evidence';
import { CriticalVoices1760000004251 } from './1760000004251-critical-voices';
import { KeptVerdicts1760000004260 } from './1760000004260-kept-verdicts';
import { FiguresByImport1760000004270 } from './1760000004270-figures-by-import';
import { RatesWorkedOutAnew1760000004280 } from './1760000004280-rates-worked-out-anew';
import { ImportsOfDeliveries1760000004281 } from './1760000004281-imports-of-deliveries';
import { TestsOfIndicators1760000004282 } from './1760000004282-tests-of-indicators';
import { LinkedFigures1760000004290 } from './1760000004290-linked-figures';
import { CommitteeSeats1760000004300 } from './1760000004300-committee-seats';
import { Papers1760000004310 } from './1760000004310-papers';
import { ProcessTemplates1760000004330 } from './1760000004330-process-templates';
import { Cycles1760000004331 } from './1760000004331-cycles';
import { Attachments1760000004360 } from './1760000004360-attachments';
import { Decisions1760000004380 } from './1760000004380-decisions';
import { ResolutionControls1760000004400 } from './1760000004400-resolution-controls';
import { DiscourseRounds1760000004420 } from './1760000004420-discourse-rounds';
import { Consolidation1760000004440 } from './1760000004440-consolidation';
import { InterfaceVersions1760000004460 } from './1760000004460-interface-versions';
import { CommitteeSessions1760000004480 } from './1760000004480-committee-sessions';
import { ActorAnalysis1760000004490 } from './1760000004490-actor-analysis';
import { PublicPartOfProtocols1760000004500 } from './1760000004500-public-part-of-protocols';
import { TargetGroupsOfActors1760000004510 } from './1760000004510-target-groups-of-actors';
import { ResponsibleForResolutions1760000004511 } from './1760000004511-responsible-for-resolutions';
import { CountyOfTests1760000004520 } from './1760000004520-county-of-tests';
import { HinweiseOfMeetings1760000004530 } from './1760000004530-hinweise-of-meetings';
import { Reminders1760000004540 } from './1760000004540-reminders';
import { WordsOfPapers1760000004545 } from './1760000004545-words-of-papers';
import { AreasOfIndicators1760000004546 } from './1760000004546-areas-of-indicators';
import { LettersOfTheOutbox1760000004550 } from './1760000004550-letters-of-the-outbox';
import { Messages1760000004551 } from './1760000004551-messages';
import { CalendarPeriods1760000004570 } from './1760000004570-calendar-periods';
import { MeetingSeries1760000004571 } from './1760000004571-meeting-series';
import { CalendarFeeds1760000004572 } from './1760000004572-calendar-feeds';
import { Inbox1760000004590 } from './1760000004590-inbox';
import { AgreementOutcomes1760000004610 } from './1760000004610-agreement-outcomes';
import { Succession1760000004612 } from './1760000004612-succession';
import { Absences1760000004614 } from './1760000004614-absences';
import { Contacts1760000004616 } from './1760000004616-contacts';
import { SubpointsOfAgendas1760000004630 } from './1760000004630-subpoints-of-agendas';
import { StandardAgendas1760000004631 } from './1760000004631-standard-agendas';
import { IncomingLetters1760000004650 } from './1760000004650-incoming-letters';
import { TasksTogether1760000004660 } from './1760000004660-tasks-together';
import { WeeklyDigests1760000004670 } from './1760000004670-weekly-digests';
import { MailsOfPages1760000004693 } from './1760000004693-mails-of-pages';

/** In the order in which they ran on every installation; never rewritten once released. */
export const migrations = [
  Technical1760000000100,
  Outbox1760000000200,
  Lists1760000000300,
  Actors1760000000400,
  Committees1760000000500,
  AccountPassword1760000000510,
  Networks1760000000520,
  Tasks1760000000540,
  Formats1760000000600,
  Meetings1760000000700,
  Feedback1760000000800,
  Polls1760000002100,
  Answers1760000002200,
  SocialServices1760000002400,
  Voices1760000002500,
  Suggestions1760000002600,
  Imports1760000002700,
  PlacesAndTextBlocks1760000002800,
  ConversationsAndTargets1760000002810,
  Operations1760000002820,
  SearchByKind1760000002900,
  CollectiveAnswers1760000003000,
  InboxCounts1760000003100,
  SearchIndexes1760000003110,
  SimilarByWords1760000003120,
  AuditOfLists1760000003130,
  KeysByTheClock1760000003140,
  HeavyWork1760000003200,
  AuditSeals1760000003300,
  LettersOfOtherLanguages1760000003310,
  AddressesInOneForm1760000003320,
  DateOfReplyMails1760000003330,
  FoldPlainLettersFast1760000003340,
  Uploads1760000003700,
  UndoOfMerges1760000003800,
  ListTwinsAndCorrections1760000003850,
  KnownDevices1760000003900,
  EverydaySearch1760000003950,
  MailsByDispatch1760000004050,
  LeftAddressesStayUnread1760000004051,
  Arguments1760000004055,
  Condensing1760000004058,
  FeedbackNotes1760000004059,
  Findings1760000004061,
  EarlierWords1760000004062,
  Coverage1760000004063,
  Prioritisation1760000004065,
  Measures1760000004071,
  MeasureProgressRequests1760000004072,
  Assignments1760000004075,
  FourEyes1760000004076,
  TextBlockUses1760000004077,
  DismissedProposals1760000004078,
  VoicesOfAField1760000004081,
  YearLetters1760000004084,
  FieldPublications1760000004088,
  PublishedLetters1760000004089,
  FeedbackCounts1760000004093,
  WordsOfPlanning1760000004094,
  EvaluationAsEvidence1760000004096,
  FactsOfFeedback1760000004097,
  ChangedWordsOfEvidence1760000004100,
  WhoWasHeard1760000004101,
  OpenFeedback1760000004102,
  KeptCountsOfFeedback1760000004110,
  HinweiseThatLeadOn1760000004111,
  PresentedLetters1760000004120,
  KeptVoicesOfFindings1760000004130,
  OpenMilestones1760000004131,
  Indicators1760000004200,
  IndicatorCatalogue1760000004201,
  DataRequests1760000004220,
  FigureImports1760000004230,
  FigureReleases1760000004240,
  FiguresAsEvidence1760000004250,
  CriticalVoices1760000004251,
  KeptVerdicts1760000004260,
  FiguresByImport1760000004270,
  RatesWorkedOutAnew1760000004280,
  ImportsOfDeliveries1760000004281,
  TestsOfIndicators1760000004282,
  LinkedFigures1760000004290,
  CommitteeSeats1760000004300,
  Papers1760000004310,
  ProcessTemplates1760000004330,
  Cycles1760000004331,
  Attachments1760000004360,
  Decisions1760000004380,
  ResolutionControls1760000004400,
  DiscourseRounds1760000004420,
  Consolidation1760000004440,
  InterfaceVersions1760000004460,
  CommitteeSessions1760000004480,
  ActorAnalysis1760000004490,
  PublicPartOfProtocols1760000004500,
  TargetGroupsOfActors1760000004510,
  ResponsibleForResolutions1760000004511,
  CountyOfTests1760000004520,
  HinweiseOfMeetings1760000004530,
  Reminders1760000004540,
  WordsOfPapers1760000004545,
  AreasOfIndicators1760000004546,
  LettersOfTheOutbox1760000004550,
  Messages1760000004551,
  CalendarPeriods1760000004570,
  MeetingSeries1760000004571,
  CalendarFeeds1760000004572,
  Inbox1760000004590,
  AgreementOutcomes1760000004610,
  Succession1760000004612,
  Absences1760000004614,
  Contacts1760000004616,
  SubpointsOfAgendas1760000004630,
  StandardAgendas1760000004631,
  IncomingLetters1760000004650,
  TasksTogether1760000004660,
  WeeklyDigests1760000004670,
  MailsOfPages1760000004693,
];
