const THREE = "BHD IQD JOD KWD LYD OMR TND";
const ZERO = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
const TWO = `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR
IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN
NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB
TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`;

const entries = (codes: string, exponent: number) => codes.split(/\s+/).map((code) => [code, exponent] as const);

/** Minor-unit exponents of the active national currencies of ISO 4217, List One (SIX, maintenance agency). */
export const CURRENCY_EXPONENTS: Readonly<Record<string, number>> = Object.fromEntries([
  ...entries(TWO, 2),
  ...entries(THREE, 3),
  ...entries(ZERO, 0),
  ...entries("CLF UYW", 4),
]);
