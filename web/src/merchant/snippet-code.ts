export interface SnippetOptions {
  /** Where the platform stands: the origin of this page. */
  readonly origin: string;
  readonly key: string;
  readonly days: number;
  readonly needsConsent: boolean;
}

/** What a shop pastes. */
export function snippetTag({ origin, key, days, needsConsent }: SnippetOptions, orderId?: string): string {
  const attributes = [
    `src="${origin}/t.js"`,
    `data-key="${key}"`,
    ...(days === 30 ? [] : [`data-days="${days}"`]),
    ...(needsConsent ? ['data-consent="required"'] : []),
    ...(orderId === undefined ? [] : [`data-order="${orderId}"`]),
  ];
  return `<script async\n  ${attributes.join("\n  ")}></script>`;
}

/** Calls that come before the script has are kept by the first line. */
export const ORDER_CALL = `window.sys = window.sys || function () { (sys.q = sys.q || []).push(arguments) };
sys("order", { id: "1001" });`;

export const CONSENT_CALL = `window.sys = window.sys || function () { (sys.q = sys.q || []).push(arguments) };
sys("consent", true);
sys("consent", false);`;

export const policyOf = (origin: string) => `script-src ${origin}; connect-src ${origin}`;

export const FORM = `<form data-sys-form action="/commande" method="post">…</form>`;

/** WooCommerce posts the field and forgets it: this keeps it with the order. */
export const WOOCOMMERCE = `add_action('woocommerce_checkout_create_order', function ($order) {
  if (!empty($_POST['sys_click'])) {
    $order->update_meta_data('_sys_click', sanitize_text_field(wp_unslash($_POST['sys_click'])));
  }
});`;

export const PLACEHOLDER_KEY = "pk_…";
