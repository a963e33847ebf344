import type { AddAddressRule } from "../../../schemas/operations.ts";
import type { FieldError } from "../../../schemas/problem.ts";
import { holds, type Network, networkText, parseNetwork } from "../../core/network-address.ts";

// A wider network than these is most of a country: denying it is a slip of the finger.
const PREFIX_MIN = { 4: 8, 6: 19 } as const;

export interface DraftedRule {
  readonly cidr: string;
  readonly expiresAt: number | null;
}

/** The rule in its one spelling, or what is wrong with it; nobody may deny the address they are calling from. */
export function draftAddressRule(
  input: AddAddressRule,
  callerAddress: string,
  nowMs: number,
): DraftedRule | readonly FieldError[] {
  const network = parseNetwork(input.cidr);
  const expiresAt = input.expiresAt === undefined ? null : Date.parse(input.expiresAt);
  const cidrFault = network ? faultOf(network, input, parseNetwork(callerAddress)) : "address.wrong_form";
  const faults = [
    ...(cidrFault ? [{ path: "cidr", message: cidrFault }] : []),
    ...(expiresAt !== null && expiresAt <= nowMs ? [{ path: "expiresAt", message: "date.in_past" }] : []),
  ];
  return network && faults.length === 0 ? { cidr: networkText(network), expiresAt } : faults;
}

function faultOf(network: Network, { kind }: AddAddressRule, caller: Network | undefined): string | undefined {
  if (network.prefix < PREFIX_MIN[network.family]) return "address.too_wide";
  return kind === "deny" && caller && holds(network, caller) ? "address.own" : undefined;
}
