import { Client } from 'pg';
import { PlainError } from './plain-error';

const OLDEST = 15;
const PATIENCE = 10_000;

/** Asks the server of DATABASE_URL whether it can be worked with; one sentence if not. */
export async function checkGivenDatabase(variable: string, url: string): Promise<void> {
  const where = withoutPassword(variable, url);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; number: number }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
    );
    const found = rows[0];
    if (!found || found.number < OLDEST * 10_000) {
      throw new PlainError(
        `Der Server ${where} ist PostgreSQL ${found?.version ?? 'unbekannter Fassung'}, gebraucht wird ${OLDEST} oder neuer: Bitte geben Sie mit ${variable} einen neueren an.`,
      );
    }
  } catch (error) {
    if (error instanceof PlainError) throw error;
    throw new PlainError(sentence(variable, where, error));
  } finally {
    await client.end().catch(() => undefined);
  }
}

function withoutPassword(variable: string, url: string): string {
  try {
    const { hostname, port, pathname, searchParams } = new URL(url);
    return `${searchParams.get('host') ?? hostname}${port ? `:${port}` : ''}${pathname}`;
  } catch {
    throw new PlainError(
      `${variable} ist keine Adresse der Form postgresql://konto:kennwort@rechner:5432/datenbank.`,
    );
  }
}

function sentence(variable: string, where: string, error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  if (code === '28P01' || code === '28000')
    return `Die Datenbank ${where} weist die Anmeldung ab: Bitte prüfen Sie Konto und Kennwort in ${variable}.`;
  if (code === '3D000')
    return `Die Datenbank ${where} gibt es nicht: Bitte legen Sie sie an oder berichtigen Sie ${variable}.`;
  if (code === '57P03')
    return `Die Datenbank ${where} fährt gerade hoch: Bitte starten Sie in einigen Sekunden noch einmal.`;
  return `Die Datenbank ${where} ist nicht erreichbar (${code ?? message ?? 'keine Antwort'}): Bitte prüfen Sie ${variable} und ob der Server läuft.`;
}
