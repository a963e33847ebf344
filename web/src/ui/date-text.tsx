import { formatDate, formatDateTime } from "../dates.ts";
import { locale } from "../locale.tsx";

/** An ISO instant as a day of Casablanca, with the time when `time` is given. */
export function DateText(props: { at: string; time?: boolean }) {
  const text = () => (props.time ? formatDateTime(props.at, locale()) : formatDate(props.at, locale()));
  return (
    <time class="amount" datetime={props.at} title={formatDateTime(props.at, locale())}>
      <bdi>{text()}</bdi>
    </time>
  );
}
