import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A real SMTP server on loopback for tests, with what it accepted. */
export type TestSmtp = {
  readonly url: string;
  readonly port: number;
  readonly accepted: { readonly to: readonly string[]; readonly raw: Buffer }[];
  /** Cut every connection, as a broken line does. */
  cut(): void;
  close(): Promise<void>;
};

/** Start one on a free port. `options` overrule how it behaves. */
export async function openTestSmtp(options: SMTPServerOptions = {}, port = 0): Promise<TestSmtp> {
  const accepted: TestSmtp['accepted'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData(stream, session, done) {
      const chunks: Uint8Array[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(Uint8Array.from(chunk)));
      stream.on('end', () => {
        accepted.push({ to: session.envelope.rcptTo.map((each) => each.address), raw: Buffer.concat(chunks) });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined); // a client that hangs up is part of the tests
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  const bound = (server.server.address() as AddressInfo).port;
  return {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    accepted,
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A reply of the server with this number. */
export function smtpReply(code: number): Error {
  return Object.assign(new Error('no'), { responseCode: code });
}
