const CASH = [
  /cash on delivery/u,
  /(?<![\p{L}\p{N}])cod(?![\p{L}\p{N}])/u,
  /paiement à la livraison/u,
  /الدفع عند الاستلام/u,
];

/** Whether a gateway's name says cash on delivery, in whichever of the shops' languages. */
export function isCashGateway(name: string): boolean {
  const plain = name.normalize("NFC").toLowerCase();
  return CASH.some((sign) => sign.test(plain));
}
