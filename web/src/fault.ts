import type { ProblemError } from "./problem-error.ts";
import { fill } from "./text/fill.ts";
import { formTexts } from "./text/forms/texts.ts";
import type { FormFault } from "./ui/form-problem.tsx";

/** A failure in the words of a form. The reference is shown where only support can help. */
export function faultOf(failure: ProblemError): FormFault {
  const texts = formTexts();
  if (failure.code === "network.offline") return { title: texts.offlineTitle, detail: texts.offlineDetail };
  const reference = failure.requestId === undefined ? {} : { requestId: failure.requestId };
  if (failure.code === "network.unreadable")
    return { title: texts.unreadableTitle, detail: texts.unreadableDetail, ...reference };
  const { title, fields } = failure;
  return {
    title,
    detail: detailOf(failure),
    ...(fields.length > 0 ? { errors: [...fields] } : {}),
    ...(failure.code === "server.failed" ? reference : {}),
  };
}

function detailOf({ code, detail, retryAfterSeconds }: ProblemError): string {
  if (code.startsWith("session.")) return formTexts().signInAgain;
  if (retryAfterSeconds === undefined) return detail;
  const wait = fill(formTexts().waitSeconds, { seconds: retryAfterSeconds });
  // The API's own words name a header; people are told the seconds.
  return code === "rate.limited" ? wait : `${detail} ${wait}`;
}
