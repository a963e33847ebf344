// The shop's own page runs this: no dependency, no inline code, no style, nothing read or sent but the click and the order's id.
// Built alone into /t.js (scripts/snippet-asset.ts), at most 2 KB gzip; it runs in any browser that knows ES2017.

type Call = ["consent", boolean] | ["order", { readonly id: string | number }] | ["token"];
interface Sys {
  (...call: Call): string | undefined;
  /** Calls that were made before this file came. */
  q?: Iterable<ArrayLike<unknown>>;
}
interface Shop {
  sys?: Sys;
  Shopify?: { readonly routes?: { readonly root?: string } };
}

const NAME = "sys_click";
const AGREED = "sys_ok";
const DAY_MS = 864e5;
const CHECKOUTS = "form[data-sys-form],form[action*=checkout],form[action*=cart],form.checkout";

const page: Window & Shop = window;
const script = document.currentScript;
const { key = "", days = "", consent, order } = script ? script.dataset : {};
const lasts = DAY_MS * Math.min(90, Math.max(1, Number(days) || 30));
const landed = new URLSearchParams(location.search).get(NAME) || "";
const waiting: string[] = [];
let mayKeep = consent !== "required" || read(AGREED) === "1";

// A store may be closed to us (private windows, settings): then a cookie of the shop's own.
function read(name: string): string {
  try {
    const kept = localStorage.getItem(name);
    if (kept) return kept;
  } catch {}
  return (document.cookie.match(`(?:^|; )${name}=([^;]*)`) || [])[1] || "";
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    writeCookie(name, value, lasts / 1e3);
  }
}

function erase(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {}
  if (document.cookie.includes(`${name}=`)) writeCookie(name, "", 0);
}

function writeCookie(name: string, value: string, seconds: number): void {
  const secure = location.protocol === "https:" ? ";secure" : "";
  const cookie = `${name}=${value};max-age=${seconds};path=/;samesite=lax${secure}`;
  Reflect.set(document, "cookie", cookie);
}

/** The click this visitor came by, within its window. */
function token(): string {
  if (!mayKeep) return "";
  const [click = "", until] = read(NAME).split(".");
  return Number(until) > Date.now() ? click : "";
}

function nameIn(form: Element): string {
  return form.getAttribute("data-sys-form") || (page.Shopify ? `attributes[${NAME}]` : NAME);
}

function fill(form: Element): void {
  const name = nameIn(form);
  const known = form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  const field = known || document.createElement("input");
  field.value = token();
  if (known || !field.value) return;
  field.type = "hidden";
  field.name = name;
  form.append(field);
}

function fillAll(): void {
  document.querySelectorAll(CHECKOUTS).forEach(fill);
}

// Shopify keeps a cart's attributes with the order; once a session is enough.
function markCart(): void {
  const click = token();
  if (!page.Shopify || told() === click) return;
  const { root = "/" } = page.Shopify.routes || {};
  post(`${root}cart/update.js`, { attributes: { [NAME]: click } }, {}).then(() => told(click));
}

function told(click?: string): string {
  try {
    if (click) sessionStorage.setItem(NAME, click);
    else if (click === "") sessionStorage.removeItem(NAME);
    return sessionStorage.getItem(NAME) || "";
  } catch {
    return "";
  }
}

function post(url: string, body: object, headers: object): Promise<unknown> {
  const sent = Object.assign({ "Content-Type": "application/json" }, headers);
  return fetch(url, { method: "POST", keepalive: true, headers: sent, body: JSON.stringify(body) }).catch(() => {});
}

function tell(orderId: string): void {
  const clickToken = token();
  if (!mayKeep) waiting.push(orderId);
  else if (clickToken && key && script instanceof HTMLScriptElement)
    post(
      `${new URL(script.src).origin}/api/tracking/browser-orders`,
      { orderId, clickToken },
      { Authorization: `Bearer ${key}` },
    );
}

function start(): void {
  if (/^[\w-]{36}$/.test(landed)) keep(NAME, `${landed}.${Date.now() + lasts}`);
  markCart();
  fillAll();
  for (const orderId of waiting.splice(0)) tell(orderId);
}

function agree(isYes: boolean): void {
  mayKeep = isYes;
  if (isYes) {
    keep(AGREED, "1");
    start();
    return;
  }
  waiting.length = 0;
  erase(NAME);
  erase(AGREED);
  markCart();
  fillAll();
}

const sys: Sys = (...call) => {
  if (call[0] === "consent") agree(call[1]);
  else if (call[0] === "order") tell(String(call[1].id));
  return token() || undefined;
};

const early = page.sys?.q || [];
page.sys = sys;
if (mayKeep) start();
if (order) tell(order);
for (const call of early) Reflect.apply(sys, page, call);
document.addEventListener("DOMContentLoaded", fillAll);
// Forms that came later, and carts that were drawn anew.
document.addEventListener(
  "submit",
  ({ target }) => target instanceof Element && target.matches(CHECKOUTS) && fill(target),
  true,
);

export {};
