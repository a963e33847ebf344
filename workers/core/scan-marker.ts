/** What a printed code adds to a link's address, and what such a click's source is called. */
export const SCAN_QUERY = "q=1";
export const SCAN_SOURCE = "qr";

const MARKED = /[?&]q=1(?:&|$)/;

/** Whether the query of a link's address says that it was scanned. */
export const isScan = (search: string): boolean => search !== "" && MARKED.test(search);
