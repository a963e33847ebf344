import { createSignal } from "solid-js";
import { faultOf } from "./fault.ts";
import { asProblem } from "./problem-error.ts";

/** A picture between the person's device and us. */
export interface ImageUpload {
  readonly id: number;
  readonly file: File;
  readonly state: "waiting" | "scaling" | "sending" | "failed";
  readonly fault: string | undefined;
}

/** Takes pictures one after the other: scaled here, then sent. A failed one waits to be tried again and holds up nobody. */
export function createImageUploads(
  scale: (file: File) => Promise<File>,
  send: (file: File) => Promise<unknown>,
  unreadable: () => string,
) {
  const [uploads, setUploads] = createSignal<readonly ImageUpload[]>([]);
  let given = 0;
  let isBusy = false;

  const move = (id: number, state: ImageUpload["state"], fault?: string) =>
    setUploads((now) => now.map((upload) => (upload.id === id ? { ...upload, state, fault } : upload)));
  const dismiss = (id: number) => setUploads((now) => now.filter((upload) => upload.id !== id));

  const take = async ({ id, file }: ImageUpload): Promise<void> => {
    move(id, "scaling");
    const scaled = await scale(file).catch(() => undefined);
    if (scaled === undefined) return void move(id, "failed", unreadable());
    move(id, "sending");
    try {
      await send(scaled);
      dismiss(id);
    } catch (thrown) {
      const { title, detail } = faultOf(asProblem(thrown));
      move(id, "failed", detail || title);
    }
  };
  const work = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    for (let next = waiting(uploads()); next; next = waiting(uploads())) await take(next);
    isBusy = false;
  };
  const add = (files: readonly File[]) => {
    const added = files.map((file): ImageUpload => {
      given += 1;
      return { id: given, file, state: "waiting", fault: undefined };
    });
    setUploads((now) => [...now, ...added]);
    void work();
  };
  const retry = (id: number) => {
    move(id, "waiting");
    void work();
  };
  return { uploads, add, retry, dismiss };
}

const waiting = (uploads: readonly ImageUpload[]) => uploads.find(({ state }) => state === "waiting");
