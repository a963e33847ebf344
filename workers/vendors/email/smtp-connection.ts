import { EmailFailure, type EmailFailureCode } from "./email-transport.ts";

const REPLY_MAX_CHARACTERS = 64 * 1024;

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** How long each answer may take. */
  readonly timeoutMs: number;
}

export interface SmtpReply {
  readonly status: number;
  /** Texts of its lines, without the status. */
  readonly lines: readonly string[];
}

type Streams = Pick<Socket, "opened" | "readable" | "writable" | "close" | "startTls">;

/** A conversation of commands and replies over one socket (RFC 5321). Every wait ends in a reply or an EmailFailure. */
export class SmtpConnection {
  readonly #timeoutMs: number;
  #socket: Streams;
  #reader: ReadableStreamDefaultReader<Uint8Array>;
  #writer: WritableStreamDefaultWriter<Uint8Array>;
  #decoder = new TextDecoder();
  #unread = "";

  private constructor(socket: Streams, timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
    this.#socket = socket;
    this.#reader = socket.readable.getReader();
    this.#writer = socket.writable.getWriter();
  }

  /** Port 465 speaks TLS from the first byte; on any other `startTls` follows. @throws EmailFailure `unreachable`, `timed_out` */
  static async open({ host, port, timeoutMs }: SmtpServer): Promise<SmtpConnection> {
    const { connect } = await import("cloudflare:sockets");
    const secureTransport = port === 465 ? "on" : "starttls";
    const socket = connect({ hostname: host, port }, { secureTransport, allowHalfOpen: false });
    socket.closed.catch(() => {});
    const connection = new SmtpConnection(socket, timeoutMs);
    try {
      await connection.#inTime(socket.opened, "unreachable");
    } catch (failure) {
      connection.close();
      throw failure;
    }
    return connection;
  }

  /** Goes on in TLS. What was read before it came unprotected and is dropped. */
  startTls(): void {
    this.#reader.releaseLock();
    this.#writer.releaseLock();
    this.#socket = this.#socket.startTls();
    this.#reader = this.#socket.readable.getReader();
    this.#writer = this.#socket.writable.getWriter();
    this.#decoder = new TextDecoder();
    this.#unread = "";
  }

  /** Sends the line and waits for a reply of the class (2 done, 3 go on). @throws EmailFailure `refusal` when it says 5xx, `try_later` when 4xx */
  async command(line: string, expected: 2 | 3, refusal: EmailFailureCode): Promise<SmtpReply> {
    await this.#inTime(this.#writer.write(new TextEncoder().encode(`${line}\r\n`)), "connection_lost");
    return this.reply(expected, refusal);
  }

  async reply(expected: 2 | 3, refusal: EmailFailureCode): Promise<SmtpReply> {
    const reply = await this.#read();
    const kind = Math.floor(reply.status / 100);
    if (kind === expected) return reply;
    throw new EmailFailure(kind === 4 ? "try_later" : kind === 5 ? refusal : "not_understood");
  }

  close(): void {
    this.#socket.close().catch(() => {});
  }

  async #read(): Promise<SmtpReply> {
    const lines: string[] = [];
    for (;;) {
      const [, status, more, text] = /^(\d{3})([ -]?)(.*)$/.exec(await this.#readLine()) ?? [];
      if (status === undefined) throw new EmailFailure("not_understood");
      lines.push(text ?? "");
      if (more !== "-") return { status: Number(status), lines };
    }
  }

  async #readLine(): Promise<string> {
    for (;;) {
      const end = this.#unread.indexOf("\n");
      if (end >= 0) {
        const line = this.#unread.slice(0, end).replace(/\r$/, "");
        this.#unread = this.#unread.slice(end + 1);
        return line;
      }
      const { value, done } = await this.#inTime(this.#reader.read(), "connection_lost");
      if (done) throw new EmailFailure("connection_lost");
      this.#unread += this.#decoder.decode(value, { stream: true });
      if (this.#unread.length > REPLY_MAX_CHARACTERS) throw new EmailFailure("not_understood");
    }
  }

  async #inTime<T>(work: Promise<T>, failed: EmailFailureCode): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new EmailFailure("timed_out")), this.#timeoutMs);
    });
    const asked = work.catch(() => {
      throw new EmailFailure(failed);
    });
    try {
      return await Promise.race([asked, late]);
    } finally {
      clearTimeout(timer);
      asked.catch(() => {});
    }
  }
}
