import { lastMailTo } from './sent-mail';
import type { TestApp } from './test-app';

/** What a browser does on the public page: fields in, no cookie, no script. */
export function sendForm(app: TestApp, path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(app.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
}

/** Somebody registered a new organisation and confirmed the mail address; answers the registration's id. */
export async function pendingRegistration(app: TestApp, organisationName: string): Promise<string> {
  const mail = `anmeldung-${organisationName.length}@traeger.test`;
  await sendForm(app, '/mitmachen/anmelden', {
    organisationName,
    familyName: 'Beispiel',
    function: 'Leitung',
    mail,
    neu: 'ja',
  });
  const link = (await lastMailTo(app, mail))?.paths.find((it) => it.startsWith('/mitmachen/bestaetigen/'));
  await sendForm(app, link ?? '/mitmachen', {});
  const [row] = await app.database.rows<{ id: string }>(
    `select id from registration where organisation_name = $1 and state = 'PENDING'`,
    [organisationName],
  );
  if (!row) throw new Error('The registration did not arrive.');
  return row.id;
}
