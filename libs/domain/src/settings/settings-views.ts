import type { TextBlockCategory } from './text-blocks';

/** The county's settings as the administration keeps them. */
export interface SettingsView {
  version: number;
  countyName: string;
  /** Empty where it follows from the municipalities. */
  countyKey: string;
  /** Address of the logo, or null. */
  logo: string | null;
  senderName: string;
  senderAddress: string;
  replyAddress: string;
  imprint: string;
  privacyText: string;
  accessibilityText: string;
  /** Organisations may register themselves. */
  registrationOpen: boolean;
  /** Whether the public form Mitreden takes Hinweise. */
  voicesOpen: boolean;
  voicesIntro: string;
  /** A second person reads each answer to a Hinweis before it goes out. */
  fourEyes: boolean;
  /** How long a cycle of the planning is proposed. */
  cycleYears: number;
  /** Days before a task is due; 0 for no reminder. */
  taskRemindDays: number;
  /** Days after which a task counts as overdue on Heute of the coordination. */
  taskOverdueDays: number;
  /** Days after that until the coordination gets a mail; 0 for never. */
  taskEscalateDays: number;
  /** One mail a week with what is new; on this day (1 = Monday) at this full hour. */
  weeklyDigest: boolean;
  digestWeekday: number;
  digestHour: number;
}

export interface TextBlockView {
  id: string;
  version: number;
  category: TextBlockCategory;
  name: string;
  text: string;
  active: boolean;
  /** In how many answers to Hinweise it stands; what was written with it elsewhere keeps its words alone. */
  used: number;
}
