import type { FieldError } from "../../../schemas/problem.ts";
import { Invalid } from "../../core/errors.ts";
import { isInsideHosts } from "../../core/web-hosts.ts";
import type { DeviceRules } from "./tables.ts";

/**
 * A link may only lead inside the merchant's verified hosts, on every device.
 * @throws Invalid `link.target_outside_hosts` with every field that leads elsewhere
 */
export function refuseForeignTargets(
  input: { readonly targetUrl?: string | undefined; readonly rules?: DeviceRules | undefined },
  hosts: readonly string[],
): void {
  const targets: readonly (readonly [path: string, url: string | undefined])[] = [
    ["targetUrl", input.targetUrl],
    ["rules.ios", input.rules?.ios],
    ["rules.android", input.rules?.android],
    ["rules.desktop", input.rules?.desktop],
  ];
  const faults: FieldError[] = targets
    .filter(([, url]) => url !== undefined && !isInsideHosts(url, hosts))
    .map(([path]) => ({ path, message: "link.target_outside_hosts" }));
  if (faults.length > 0) throw new Invalid("link.target_outside_hosts", faults);
}
