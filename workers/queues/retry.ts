const DELAY_MAX_SECONDS = 3600;

/** Gives the message back to its queue: 2, 4, 8 … seconds, at most an hour. */
export function retryLater(message: Message): void {
  message.retry({ delaySeconds: Math.min(DELAY_MAX_SECONDS, 2 ** message.attempts) });
}
