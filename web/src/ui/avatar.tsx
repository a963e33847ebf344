/** The first letter of a name, where a picture would stand. */
export function Avatar(props: { name: string }) {
  return (
    <span
      class="grid size-8 shrink-0 place-items-center rounded-full bg-majorelle-wash text-sm font-semibold text-majorelle-ink"
      aria-hidden="true"
    >
      {[...props.name.trim()][0]?.toUpperCase() ?? "?"}
    </span>
  );
}
