import { createMemo, createSignal } from "solid-js";
import type * as z from "zod";
import { fieldMessage } from "../../schemas/field-messages.ts";
import type { FieldError } from "../../schemas/problem.ts";
import { afterPress } from "./after-press.ts";
import { locale } from "./locale.tsx";

type Input = string | boolean | readonly string[];
export type Inputs = Readonly<Record<string, Input>>;
type KeysOf<I, Kind> = { [Key in keyof I]: I[Key] extends Kind ? Key : never }[keyof I] & string;

/** The fields of a form: what is typed, what is saved, and what is wrong with those that were left. */
export function createFields<I extends Inputs, S extends z.ZodType>(
  initial: I,
  schema: S,
  judged: (inputs: I) => unknown = (inputs) => inputs,
) {
  const [values, setValues] = createSignal<I>(initial);
  const [saved, setSaved] = createSignal<I>(initial);
  const [left, setLeft] = createSignal<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = createSignal<Readonly<Record<string, string>>>({});
  const judge = createMemo(() => schema.safeParse(judged(values()), { reportInput: true }));

  const set = (name: keyof I & string, value: Input) => {
    setValues((now) => ({ ...now, [name]: value }));
    setRefused(({ [name]: _, ...others }) => others);
  };
  const errorOf = (name: string): string | undefined => {
    const issue = left().has(name)
      ? judge().error?.issues.find(({ path }) => fieldOf(values(), path.join(".")) === name)
      : undefined;
    return refused()[name] ?? (issue && fieldMessage(issue, locale()));
  };
  const reset = (to: I) => {
    setValues(() => to);
    setSaved(() => to);
    setLeft(new Set<string>());
    setRefused({});
  };
  return {
    values,
    set,
    errorOf,
    reset,
    /** Judges every field, also those that were never left. */
    judgeAll: () => {
      setLeft(new Set(Object.keys(values())));
      return judge();
    },
    keep: (sent: I) => setSaved(() => sent),
    refuse: (errors: readonly FieldError[]) =>
      setRefused(Object.fromEntries(errors.map(({ path, message }) => [fieldOf(values(), path), message]))),
    isDirty: () => JSON.stringify(values()) !== JSON.stringify(saved()),
    ...bindings(values, set, errorOf, (name) => setLeft((names) => new Set([...names, name]))),
  };
}

// `title.ar` may be a field of its own; else a fault deep inside belongs to the field around it.
function fieldOf(values: Inputs, path: string): string {
  return path in values ? path : (path.split(".")[0] ?? path);
}

/** Props of the pieces of `ui/` for each field. */
function bindings<I extends Inputs>(
  values: () => I,
  set: (name: keyof I & string, value: Input) => void,
  errorOf: (name: string) => string | undefined,
  leave: (name: string) => void,
) {
  const text = (name: KeysOf<I, string>) => {
    const value = values()[name];
    return {
      name,
      value: typeof value === "string" ? value : "",
      error: errorOf(name),
      onInput: (typed: string) => set(name, typed),
      onChange: (chosen: string) => set(name, chosen),
      // An empty field that is passed by is no fault yet.
      onLeave: (typed: string) => typed !== "" && afterPress(() => leave(name)),
    };
  };
  const check = (name: KeysOf<I, boolean>) => ({
    name,
    checked: values()[name] === true,
    error: errorOf(name),
    onChange: (checked: boolean) => set(name, checked),
  });
  return { text, check };
}
