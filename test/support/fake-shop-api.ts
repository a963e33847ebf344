interface ListedOrder {
  readonly id: string;
  readonly createdAt: number;
  changedAt: number;
  body: Record<string, unknown>;
}

/** A shop's list of orders, which answers as WooCommerce or YouCan documents it. */
export class FakeShopApi {
  readonly orders = new Map<string, ListedOrder>();
  /** What each request asked for, without its host. */
  readonly asked: string[] = [];
  /** Statuses of the next answers, taken one by one. */
  readonly failures: number[] = [];
  /** Happens between one page and the next. */
  betweenPages: () => void = () => undefined;
  token = "";

  put(id: string, createdAt: number, changedAt: number, body: Record<string, unknown>): void {
    this.orders.set(id, { id, createdAt, changedAt, body });
  }

  /** WooCommerce: those that changed after an instant, whole seconds, the first to change first. */
  readonly wooCommerce = (request: Request): Response => {
    const url = this.#noted(request, `Basic ${btoa(this.token)}`);
    if (url instanceof Response) return url;
    const after = Date.parse(`${url.searchParams.get("modified_after")}Z`);
    const changed = [...this.orders.values()]
      .filter(({ changedAt }) => Math.floor(changedAt / 1_000) * 1_000 > after)
      .sort((a, b) => a.changedAt - b.changedAt);
    return Response.json(this.#page(url, changed, "per_page").map(({ body }) => body));
  };

  /** YouCan: the newest first, with how many pages there are. */
  readonly youCan = (request: Request): Response => {
    const url = this.#noted(request, `Bearer ${this.token}`);
    if (url instanceof Response) return url;
    const newest = [...this.orders.values()].sort((a, b) => b.createdAt - a.createdAt);
    const perPage = Number(url.searchParams.get("limit"));
    const pagination = {
      total: newest.length,
      per_page: perPage,
      current_page: Number(url.searchParams.get("page")),
      total_pages: Math.max(1, Math.ceil(newest.length / perPage)),
    };
    return Response.json({ data: this.#page(url, newest, "limit").map(({ body }) => body), meta: { pagination } });
  };

  #noted(request: Request, authorization: string): URL | Response {
    const url = new URL(request.url);
    this.asked.push(url.pathname + url.search);
    const status = this.failures.shift();
    if (status !== undefined) return new Response("", { status });
    if (request.headers.get("Authorization") !== authorization) return new Response("", { status: 401 });
    return url;
  }

  #page(url: URL, orders: readonly ListedOrder[], size: string): ListedOrder[] {
    const perPage = Number(url.searchParams.get(size));
    const from = (Number(url.searchParams.get("page")) - 1) * perPage;
    const page = orders.slice(from, from + perPage);
    this.betweenPages();
    return page;
  }
}
