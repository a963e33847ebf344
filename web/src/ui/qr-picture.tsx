/** A code to scan that the API draws; on white in both themes, as cameras expect it. */
export function QrPicture(props: { src: string; label: string }) {
  return (
    <img
      class="size-44 rounded-lg border border-line bg-white p-2"
      src={props.src}
      alt={props.label}
      width="176"
      height="176"
      decoding="async"
    />
  );
}
