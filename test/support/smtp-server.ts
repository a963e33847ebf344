import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { TLSSocket } from "node:tls";
import type { TestProject } from "vitest/node";
import { SMTP_ACCOUNT } from "./smtp-account.ts";
import { TEST_CERTIFICATE, TEST_KEY } from "./smtp-certificate.ts";

/** What a listener says of itself, or how it misbehaves. */
interface Traits {
  readonly auth: readonly ("PLAIN" | "LOGIN")[];
  readonly startTls?: boolean;
  readonly greeting?: "none" | "hang up" | "babble";
}

const LISTENERS = {
  plain: { auth: ["PLAIN", "LOGIN"] },
  loginOnly: { auth: ["LOGIN"] },
  encrypted: { auth: ["PLAIN"], startTls: true },
  mute: { auth: [], greeting: "none" },
  hangUp: { auth: [], greeting: "hang up" },
  babble: { auth: [], greeting: "babble" },
} as const satisfies Record<string, Traits>;

export type SmtpPorts = Record<keyof typeof LISTENERS | "control", number>;

declare module "vitest" {
  interface ProvidedContext {
    smtp: SmtpPorts;
  }
}

/** One connection as the server saw it; `GET /sessions?of=WORD` on the control port lists those whose lines hold the word. */
export interface SmtpSession {
  readonly port: number;
  readonly lines: string[];
  data: string | null;
}

const sessions: SmtpSession[] = [];
const busyOnce = new Set<string>();

/** Starts the servers for the whole test project; each test finds its own sessions by an address only it uses. */
export default async function startForProject(project: TestProject): Promise<() => Promise<void>> {
  const { ports, close } = await startSmtpServers();
  project.provide("smtp", ports);
  return close;
}

export async function startSmtpServers(): Promise<{ ports: SmtpPorts; close(): Promise<void> }> {
  const servers: Server[] = [];
  const ports: SmtpPorts = { plain: 0, loginOnly: 0, encrypted: 0, mute: 0, hangUp: 0, babble: 0, control: 0 };
  for (const [name, traits] of Object.entries(LISTENERS)) {
    const server = createServer((socket) => converse(socket, traits));
    servers.push(server);
    Object.assign(ports, { [name]: await listen(server) });
  }
  const control = createHttpServer((request, response) => {
    const word = new URL(request.url ?? "/", "http://localhost").searchParams.get("of") ?? "";
    response.end(JSON.stringify(sessions.filter(({ lines }) => lines.some((line) => line.includes(word)))));
  });
  servers.push(control);
  ports.control = await listen(control);
  const closed = (server: Server) => new Promise((resolve) => server.close(resolve));
  return { ports, close: async () => void (await Promise.all(servers.map(closed))) };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((listening) => server.listen(0, "0.0.0.0", listening));
  const { port } = server.address() as AddressInfo;
  server.unref();
  return port;
}

function converse(socket: Socket, traits: Traits): void {
  socket.on("error", () => {});
  socket.unref();
  if (traits.greeting === "none") return;
  if (traits.greeting === "hang up") return void socket.end();
  if (traits.greeting === "babble") return void socket.write("HTTP/1.1 400 Bad Request\r\n\r\n");
  const session: SmtpSession = { port: socket.localPort ?? 0, lines: [], data: null };
  sessions.push(session);
  socket.write("220 fake.example ESMTP\r\n");
  speak(socket, traits, session, false);
}

// RFC 5321 with AUTH (4954) and STARTTLS (3207), as strictly as the tests need it.
function speak(socket: Socket, traits: Traits, session: SmtpSession, isSecure: boolean): void {
  let unread = "";
  let mode: "commands" | "data" | "user" | "password" = "commands";
  let user = "";
  let recipient = "";
  const say = (...lines: string[]) => socket.write(lines.map((line) => `${line}\r\n`).join(""));
  const checkPassword = (name: string, password: string) =>
    say(
      name === SMTP_ACCOUNT.user && password === SMTP_ACCOUNT.password
        ? "235 2.7.0 welcome"
        : "535 5.7.8 bad credentials",
    );

  const onCommand = (line: string) => {
    session.lines.push(line);
    const word = line.split(/[ :]/, 1)[0]?.toUpperCase();
    if (word === "EHLO") {
      const offers = ["fake.example", "8BITMIME", `AUTH ${traits.auth.join(" ")}`];
      if (traits.startTls && !isSecure) offers.push("STARTTLS");
      return say(...offers.map((offer, at) => `250${at === offers.length - 1 ? " " : "-"}${offer}`));
    }
    if (word === "STARTTLS") {
      say("220 go on");
      socket.removeAllListeners("data");
      const secure = new TLSSocket(socket, { isServer: true, key: TEST_KEY, cert: TEST_CERTIFICATE });
      let isShaken = false;
      secure.once("secure", () => {
        isShaken = true;
      });
      // A client that hangs up after QUIT may reset the connection: that is no failed handshake.
      secure.on("error", () => isShaken || session.lines.push("(handshake failed)"));
      return speak(secure, traits, session, true);
    }
    if (word === "AUTH") {
      const [, method, initial] = line.split(" ");
      if (method === "LOGIN") {
        mode = "user";
        return say("334 VXNlcm5hbWU6");
      }
      const [, name = "", password = ""] = fromBase64(initial ?? "").split("\0");
      return checkPassword(name, password);
    }
    if (word === "MAIL") return say("250 2.1.0 ok");
    if (word === "RCPT") {
      recipient = /<([^>]*)>/.exec(line)?.[1] ?? "";
      return onRecipient(recipient.split(/[+@]/, 1)[0] ?? "");
    }
    if (word === "DATA") {
      mode = "data";
      return say("354 end with a dot");
    }
    if (word === "QUIT") {
      say("221 bye");
      return socket.end();
    }
    return say("502 5.5.1 unknown");
  };

  const onRecipient = (wish: string) => {
    if (wish === "refused") return say(`550 5.1.1 <${recipient}> is unknown here`);
    if (wish === "busy") return say("451 4.3.0 try again later");
    if (wish === "gone") return socket.destroy();
    if (wish === "silent") return;
    if (wish === "flaky" && !busyOnce.has(recipient)) {
      busyOnce.add(recipient);
      return say("451-4.3.0 one moment", "451 4.3.0 greylisted");
    }
    return say("250 2.1.5 ok");
  };

  const onLine = (line: string) => {
    if (mode === "commands") return onCommand(line);
    if (mode === "user") {
      user = fromBase64(line);
      mode = "password";
      return say("334 UGFzc3dvcmQ6");
    }
    if (mode === "password") {
      mode = "commands";
      return checkPassword(user, fromBase64(line));
    }
    if (line !== ".") {
      session.data = `${session.data ?? ""}${line.replace(/^\./, "")}\r\n`;
      return;
    }
    mode = "commands";
    return say(recipient.startsWith("spam") ? "554 5.7.1 content refused" : "250 2.0.0 taken");
  };

  socket.on("data", (chunk) => {
    unread += chunk.toString("latin1");
    for (let end = unread.indexOf("\r\n"); end >= 0; end = unread.indexOf("\r\n")) {
      const line = unread.slice(0, end);
      unread = unread.slice(end + 2);
      onLine(line);
    }
  });
}

const fromBase64 = (text: string) => Buffer.from(text, "base64").toString("utf8");
