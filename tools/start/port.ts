import { createServer } from 'node:net';
import { PlainError } from './plain-error';

export function wantedPort(): number {
  const text = process.env['PORT'] ?? '3000';
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new PlainError(`PORT=${text} ist keine Portnummer: Bitte geben Sie eine Zahl von 1 bis 65535 an.`);
}

/** Asks before anything slow begins; the server listens a moment later. */
export async function checkPortFree(port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(portProblem(error, port)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

export function portProblem(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new PlainError(
      `Port ${port} ist schon belegt: Bitte beenden Sie das andere Programm oder wählen Sie einen anderen Port, zum Beispiel PORT=${port + 1} npm start.`,
    );
  }
  if (error.code === 'EACCES') {
    return new PlainError(
      `Port ${port} darf dieses Konto nicht öffnen: Bitte wählen Sie einen ab 1024, zum Beispiel PORT=3000 npm start.`,
    );
  }
  return error;
}
