import type { JSX } from "solid-js";

/** A phone number to dial: large, and left to right in every language. */
export function PhoneNumber(props: { children: JSX.Element }) {
  return (
    <p class="text-xl font-semibold">
      <bdi dir="ltr" class="amount">
        {props.children}
      </bdi>
    </p>
  );
}
