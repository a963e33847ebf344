import { For } from "solid-js";
import type { createForm } from "../form.ts";
import { linkTexts } from "../text/links/texts.ts";
import { DateField } from "../ui/date-field.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { Columns, Small } from "../ui/layout.tsx";
import { TextField } from "../ui/text-field.tsx";
import { DEVICES, type LinkInputs, SUB_KEYS, UTM_KEYS } from "./link-inputs.ts";

/** What the parts of the form need of it, whichever way it is sent. */
export type LinkFields = Pick<
  ReturnType<typeof createForm<LinkInputs, never, unknown>>,
  "values" | "set" | "errorOf" | "text"
>;

const texts = () => linkTexts().form;

/** Everything of a link that most links do without, folded away. */
export function LinkOptions(props: { form: LinkFields; isNew: boolean }) {
  return (
    <>
      <Sorting form={props.form} />
      <Target form={props.form} isNew={props.isNew} />
      <Measuring form={props.form} />
      <Limits form={props.form} />
    </>
  );
}

function Sorting(props: { form: LinkFields }) {
  return (
    <Disclosure title={texts().sort} note={`${texts().folder} · ${texts().tags}`}>
      <TextField {...props.form.text("folder")} label={texts().folder} autocomplete="off" maxlength={60} optional />
      <TextField
        {...props.form.text("tags")}
        label={texts().tags}
        hint={texts().tagsHint}
        autocomplete="off"
        maxlength={330}
        optional
      />
    </Disclosure>
  );
}

function Target(props: { form: LinkFields; isNew: boolean }) {
  const url = { type: "url", inputmode: "url", autocomplete: "off", placeholder: "https://" } as const;
  return (
    <Disclosure title={texts().target} note={texts().targetNote}>
      <TextField
        {...props.form.text("targetUrl")}
        {...url}
        label={texts().targetUrl}
        hint={props.isNew ? texts().targetHint : texts().targetEditHint}
        optional={props.isNew}
      />
      <For each={DEVICES}>
        {(device) => (
          <TextField
            {...props.form.text(`rules.${device}`)}
            {...url}
            label={texts()[device]}
            hint={texts().deviceHint}
            optional
          />
        )}
      </For>
    </Disclosure>
  );
}

function Measuring(props: { form: LinkFields }) {
  return (
    <Disclosure title={texts().measure} note={texts().measureNote}>
      <Small>{texts().utmHint}</Small>
      <Columns count={2}>
        <For each={UTM_KEYS}>
          {(key) => (
            <TextField {...props.form.text(`utm.${key}`)} label={key} autocomplete="off" maxlength={100} code />
          )}
        </For>
        <For each={SUB_KEYS}>
          {(key) => (
            <TextField {...props.form.text(`sub.${key}`)} label={key} autocomplete="off" maxlength={100} code />
          )}
        </For>
      </Columns>
    </Disclosure>
  );
}

function Limits(props: { form: LinkFields }) {
  const day = (name: "startsAt" | "endsAt") => ({
    name,
    value: props.form.values()[name],
    error: props.form.errorOf(name),
    onInput: (typed: string) => props.form.set(name, typed),
  });
  return (
    <Disclosure title={texts().limits} note={texts().limitsNote}>
      <Columns count={2}>
        <DateField {...day("startsAt")} label={texts().startsAt} optional />
        <DateField {...day("endsAt")} label={texts().endsAt} hint={texts().daysHint} optional />
      </Columns>
      <TextField
        {...props.form.text("clicksMax")}
        label={texts().clicksMax}
        hint={texts().clicksHint}
        inputmode="numeric"
        autocomplete="off"
        optional
      />
    </Disclosure>
  );
}

/** What the summary of faults calls each field. */
export function linkFieldNames(): Readonly<Record<string, string>> {
  const { product, slug, title, folder, tags, targetUrl, ios, android, desktop, startsAt, endsAt, clicksMax } = texts();
  return {
    productId: product,
    slug,
    title,
    folder,
    tags,
    targetUrl,
    "rules.ios": ios,
    "rules.android": android,
    "rules.desktop": desktop,
    startsAt,
    endsAt,
    clicksMax,
    ...Object.fromEntries(UTM_KEYS.map((key) => [`utm.${key}`, key])),
    ...Object.fromEntries(SUB_KEYS.map((key) => [`sub.${key}`, key])),
  };
}
