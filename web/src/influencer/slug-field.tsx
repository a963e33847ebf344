import { createSignal, onCleanup } from "solid-js";
import type { SlugAnswer } from "../../../schemas/links.ts";
import { checkSlug } from "../data/links.ts";
import { fill } from "../text/fill.ts";
import { linkTexts } from "../text/links/texts.ts";
import { TextField } from "../ui/text-field.tsx";
import type { LinkFields } from "./link-options.tsx";

const QUIET_MS = 400;
const texts = () => linkTexts().form;

/** The short address, with whether it is free as it is typed. */
export function SlugField(props: { form: LinkFields }) {
  const [answer, setAnswer] = createSignal<SlugAnswer & { asked: string }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const ask = async (slug: string) => {
    // What cannot be asked now is told when the form is sent.
    const told = await checkSlug(slug).catch(() => undefined);
    if (told && props.form.values().slug.trim() === slug) setAnswer({ ...told, asked: slug });
  };
  const type = (typed: string) => {
    props.form.set("slug", typed);
    clearTimeout(timer);
    if (typed.trim()) timer = setTimeout(() => void ask(typed.trim()), QUIET_MS);
  };
  const known = () => (answer()?.asked === props.form.values().slug.trim() ? answer() : undefined);
  const reasons = () => ({
    wrong_form: texts().slugWrong,
    reserved: texts().slugReserved,
    rude: texts().slugRude,
    lookalike: texts().slugLookalike,
    taken: texts().slugTaken,
  });
  const refusal = () => {
    const reason = known()?.reason;
    return reason ? reasons()[reason] : undefined;
  };
  return (
    <TextField
      {...props.form.text("slug")}
      label={texts().slug}
      hint={
        <span aria-live="polite">
          {known()?.isFree ? fill(texts().slugFree, { slug: `\u2066${known()?.slug}\u2069` }) : texts().slugHint}
        </span>
      }
      error={refusal() ?? props.form.errorOf("slug")}
      autocomplete="off"
      maxlength={64}
      code
      optional
      onInput={type}
    />
  );
}
