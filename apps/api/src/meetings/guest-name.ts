/** A guest is typed in one line as "Name, Organisation" and read as two. SQL over the table `attendance`. */
export const guestName = `trim(split_part(attendance.guest_name, ',', 1))`;
export const guestOrganisation = `trim(substring(attendance.guest_name from position(',' in attendance.guest_name || ',') + 1))`;
