/** A text as somebody wrote it, with its line breaks; in whatever direction it runs. */
export function WrittenText(props: { text: string }) {
  return (
    <p dir="auto" class="max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">
      {props.text}
    </p>
  );
}
