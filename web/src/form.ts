import { createMemo, createSignal } from "solid-js";
import type * as z from "zod";
import { fieldMessage } from "../../schemas/field-messages.ts";
import { faultOf } from "./fault.ts";
import { createFields, type Inputs } from "./form-fields.ts";
import { locale } from "./locale.tsx";
import { asProblem, type ProblemError } from "./problem-error.ts";
import { formTexts } from "./text/forms/texts.ts";
import type { FormFault } from "./ui/form-problem.tsx";

interface FormSetup<I extends Inputs, S extends z.ZodType, R> {
  readonly initial: I;
  /** The server's own schema. */
  readonly schema: S;
  /** What the schema judges, where that is not what was typed: an empty field that means null. */
  readonly judged?: (inputs: I) => unknown;
  readonly send: (data: z.output<S>) => Promise<R>;
  /** After success, when the form counts as saved: the place to leave the page. */
  readonly sent?: (result: R) => void;
  /** Takes a failure that is not to be shown: a step that follows. */
  readonly taken?: (failure: ProblemError) => boolean;
}

/** What a form holds: typed values, faults by field as they are left, one failure on top. A failure keeps what was typed. */
export function createForm<I extends Inputs, S extends z.ZodType, R>(setup: FormSetup<I, S, R>) {
  const fields = createFields(setup.initial, setup.schema, setup.judged);
  const [failure, setFailure] = createSignal<ProblemError | readonly z.core.$ZodIssue[]>();
  const [isSending, setSending] = createSignal(false);

  const problem = createMemo((): FormFault | undefined => {
    const wrong = failure();
    if (wrong === undefined) return undefined;
    if (wrong instanceof Error) return faultOf(wrong);
    const errors = wrong.map((issue) => ({ path: issue.path.join("."), message: fieldMessage(issue, locale()) }));
    const order = Object.keys(fields.values());
    errors.sort((a, b) => order.indexOf(a.path) - order.indexOf(b.path));
    return { title: formTexts().correct, errors };
  });
  const submit = async (): Promise<void> => {
    if (isSending()) return;
    setFailure(undefined);
    const judged = fields.judgeAll();
    if (!judged.success) return void setFailure(judged.error.issues);
    setSending(true);
    try {
      const sending = fields.values();
      const result = await setup.send(judged.data);
      fields.keep(sending);
      setSending(false);
      setup.sent?.(result);
    } catch (thrown) {
      setSending(false);
      const wrong = asProblem(thrown);
      fields.refuse(wrong.fields);
      if (!setup.taken?.(wrong)) setFailure(wrong);
    }
  };
  const reset = (to: I = setup.initial) => {
    fields.reset(to);
    setFailure(undefined);
  };
  const { values, set, errorOf, text, check, isDirty } = fields;
  return { values, set, errorOf, text, check, isDirty, problem, submit, reset, isSending };
}
