import { Socket, connect } from 'node:net';

export interface BenchRequest {
  method: 'GET' | 'POST';
  path: string;
  body?: string;
}

export interface BenchAnswer {
  status: number;
  body: string;
}

/**
 * One kept connection that speaks just enough HTTP for the two servers measured here. The usual client costs
 * more than they do, and on the same machine its time would be taken from them.
 */
export class KeepAlive {
  private readonly socket: Socket;
  private received: Buffer = Buffer.alloc(0);
  private waiting: { resolve: (answer: BenchAnswer) => void; reject: (error: Error) => void } | null = null;

  constructor(
    private readonly port: number,
    private readonly cookie: string,
  ) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('data', (chunk) => this.take(chunk));
    this.socket.on('error', (error) => this.fail(error));
    this.socket.on('close', () => this.fail(new Error('The server closed the connection.')));
  }

  send(request: BenchRequest): Promise<BenchAnswer> {
    const body = request.body ?? '';
    const head = [
      `${request.method} ${request.path} HTTP/1.1`,
      `Host: localhost:${this.port}`,
      'X-RT-Request: 1',
      'Accept: application/json',
      `Cookie: ${this.cookie}`,
      ...(request.body === undefined
        ? []
        : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`]),
    ];
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
    });
  }

  close(): void {
    this.socket.removeAllListeners('close');
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length ? Buffer.concat([this.received, chunk]) : chunk;
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.received.toString('latin1', 0, end);
    const status = Number(head.slice(9, 12));
    const stated = /^content-length: *(\d+)/im.exec(head)?.[1];
    if (stated === undefined && status !== 204) {
      this.fail(new Error(`An answer without a length: ${head.split('\r\n')[0] ?? ''}`));
      return;
    }
    const length = end + 4 + Number(stated ?? 0);
    if (this.received.length < length) return;
    const answer = { status, body: this.received.toString('utf8', end + 4, length) };
    this.received = this.received.subarray(length);
    const { waiting } = this;
    this.waiting = null;
    waiting?.resolve(answer);
  }

  private fail(error: Error): void {
    this.waiting?.reject(error);
    this.waiting = null;
  }
}
