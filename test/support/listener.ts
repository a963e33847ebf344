import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { type LiveEvent, type LiveMessage, liveMessage } from "../../schemas/live.ts";
import { api } from "../../workers/platform/api.ts";

/** Somebody who listens to a feed, as a page or a program does. */
export interface Listener {
  readonly messages: LiveMessage[];
  /** Why it was closed; undefined while it is open. */
  readonly closedWith: number | undefined;
  events(): LiveEvent[];
  send(text: string): void;
  close(): void;
  /** Every text heard, what is no message of ours included. */
  readonly heard: string[];
}

/** The answer to opening a socket of `GET /api/analytics/live`. */
export function knock(headers: Readonly<Record<string, string>>, query = ""): Promise<Response> {
  const request = new Request(`http://localhost:8787/api/analytics/live${query}`, {
    headers: { Upgrade: "websocket", ...headers },
  });
  return Promise.resolve(api.fetch(request, env, createExecutionContext()));
}

/** Opens the feed of whoever has the key. @param after the last event seen */
export async function listen(key: string, after?: number): Promise<Listener> {
  const response = await knock({ Authorization: `Bearer ${key}` }, after === undefined ? "" : `?after=${after}`);
  const socket = response.webSocket;
  if (!socket) throw new Error(`No socket: ${response.status} ${await response.text()}`);
  const heard: string[] = [];
  const messages: LiveMessage[] = [];
  const state: { closedWith: number | undefined } = { closedWith: undefined };
  socket.addEventListener("message", ({ data }) => {
    heard.push(String(data));
    if (data !== "pong") messages.push(liveMessage.parse(JSON.parse(String(data))));
  });
  socket.addEventListener("close", ({ code }) => {
    state.closedWith = code;
  });
  socket.accept();
  return {
    heard,
    messages,
    get closedWith() {
      return state.closedWith;
    },
    events: () => messages.flatMap((message) => (message.kind === "events" ? message.events : [])),
    send: (text) => socket.send(text),
    close: () => socket.close(1000),
  };
}
