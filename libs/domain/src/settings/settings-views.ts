/** The county's settings as the administration keeps them. */
export interface SettingsView {
  version: number;
  countyName: string;
  /** Address of the logo, or null. */
  logo: string | null;
  senderName: string;
  senderAddress: string;
  replyAddress: string;
  imprint: string;
  privacyText: string;
  accessibilityText: string;
}
