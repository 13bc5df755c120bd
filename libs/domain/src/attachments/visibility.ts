export const attachmentVisibilities = ['INTERNAL', 'MEMBERS', 'PUBLIC'] as const;
export type AttachmentVisibility = (typeof attachmentVisibilities)[number];

export const attachmentVisibilityLabels: Record<AttachmentVisibility, string> = {
  INTERNAL: 'intern',
  MEMBERS: 'für Mitglieder',
  PUBLIC: 'öffentlich',
};

/** Whether more people see it afterwards than before. */
export function opensUp(before: AttachmentVisibility, after: AttachmentVisibility): boolean {
  return attachmentVisibilities.indexOf(after) > attachmentVisibilities.indexOf(before);
}
