import { query } from "@solidjs/router";
import type { SnippetState } from "../../../schemas/touches.ts";
import { touchesClient } from "../client.ts";

/** Whether the shop's script is at work. */
export const snippetState = query(async (): Promise<SnippetState> => {
  const answer = await touchesClient.snippet.$get();
  return answer.json();
}, "snippet.state");
