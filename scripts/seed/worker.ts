import type { Env } from "../../workers/platform/env.ts";
import { drawPicture } from "./draw-picture.ts";
import { seedDemo } from "./seed.ts";

/** Seeds once per POST whose body is the story's present in epoch ms; answers the demo accounts. */
export default {
  async fetch(request, env): Promise<Response> {
    return Response.json(await seedDemo(env, Number(await request.text()), drawPicture));
  },
} satisfies ExportedHandler<Env>;
