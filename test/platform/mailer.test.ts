import { createServer, type Server, type Socket } from 'node:net';
import { type AddressInfo } from 'node:net';
import { config, readConfig } from '../../server/config';
import { sendLetter } from '../../server/platform/mailer';

/** A mail server that takes every letter, as far as RFC 5321 makes it answer. */
function takeMails(letters: string[]): Promise<Server> {
  const server = createServer((socket: Socket) => {
    let isData = false;
    let text = '';
    socket.write('220 ready\r\n');
    socket.on('data', (chunk) => {
      text += chunk.toString();
      if (isData) {
        if (!text.endsWith('\r\n.\r\n')) return;
        letters.push(text);
        isData = false;
        socket.write('250 taken\r\n');
      } else if (text.startsWith('DATA')) {
        isData = true;
        socket.write('354 go on\r\n');
      } else socket.write(text.startsWith('QUIT') ? '221 bye\r\n' : '250 fine\r\n');
      text = '';
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

let letters: string[];
let server: Server;
beforeAll(async () => {
  letters = [];
  server = await takeMails(letters);
});
afterAll(() => server.close());
afterEach(() => {
  config.mailer = null;
});

const letter = {
  id: 'mail_1',
  to: 'juma@example.com',
  subject: 'You are invited',
  text: 'http://localhost/join#token=x',
};

test('a letter is handed to the mail server with one Message-ID, however often it is tried', async () => {
  const { port } = server.address() as AddressInfo;
  config.mailer = { url: `smtp://127.0.0.1:${port}`, from: 'market@example.com' };
  expect(await sendLetter(letter)).toBe(true);
  expect(await sendLetter(letter)).toBe(true);
  expect(letters).toHaveLength(2);
  for (const sent of letters) {
    expect(sent).toContain('Message-ID: <mail_1@localhost>');
    expect(sent).toContain('To: juma@example.com');
    expect(sent).toContain('http://localhost/join#token=');
  }
});

test('without a mail server nothing is sent, and that is said', async () => {
  expect(await sendLetter(letter)).toBe(false);
});

test('a mail server that is not there is a fault, so that the letter is tried again', async () => {
  config.mailer = { url: 'smtp://127.0.0.1:1', from: 'market@example.com' };
  await expect(sendLetter(letter)).rejects.toThrow();
});

test('a mail server without an address to send from is refused at start', () => {
  expect(() => readConfig({ SMTP_URL: 'smtp://127.0.0.1:1' })).toThrow(/MAIL_FROM/);
});
