import { createEffect, createSignal, For } from "solid-js";
import { formatMad } from "./money.ts";
import { MoneyBar } from "./money-bar.tsx";
import { LANGUAGE_NAMES, LOCALES, localeOf, TEXTS, type Texts } from "./text/texts.ts";
import { ZelligePattern } from "./ui/zellige-pattern.tsx";

const ORDER_MINOR = 45_000;
const RATE_BPS = 1500;
const COMMISSION_MINOR = (ORDER_MINOR * RATE_BPS) / 10_000;

export function Landing() {
  const [locale, setLocale] = createSignal(localeOf(location.search));
  const texts = () => TEXTS[locale()];
  createEffect(() => {
    document.documentElement.lang = locale();
    document.documentElement.dir = locale() === "ar" ? "rtl" : "ltr";
    document.title = texts().title;
    history.replaceState(null, "", locale() === "fr" ? location.pathname : `?lang=${locale()}`);
  });
  return (
    <>
      <a class="skip" href="#content">
        {texts().skip}
      </a>
      <header class="top">
        <span class="brand" dir="ltr">
          ShareYourSales
        </span>
        <nav class="languages" aria-label={texts().languages}>
          <For each={LOCALES}>
            {(other) => (
              <button type="button" lang={other} aria-pressed={other === locale()} onClick={() => setLocale(other)}>
                {LANGUAGE_NAMES[other]}
              </button>
            )}
          </For>
        </nav>
      </header>
      <main id="content">
        <section class="hero">
          <ZelligePattern place="behind" />
          <h1>{texts().heading}</h1>
          <p class="lead">{texts().lead}</p>
        </section>
        <section class="example" aria-labelledby="example">
          <h2 id="example">{texts().exampleHeading}</h2>
          <p>{texts().exampleLead}</p>
          <dl class="sum">
            <Fact name={texts().order} value={formatMad(ORDER_MINOR, locale())} />
            <Fact name={texts().rate} value={locale() === "en" ? "15%" : "15\u00a0%"} />
            <Fact name={texts().commission} value={formatMad(COMMISSION_MINOR, locale())} />
          </dl>
          <MoneyBar texts={texts()} locale={locale()} amountMinor={COMMISSION_MINOR} />
          <p class="returned">
            {texts().returned} <bdi>{formatMad(0, locale())}</bdi>
          </p>
        </section>
        <Explanations texts={texts()} />
      </main>
      <footer class="bottom">
        <a href="/health">{texts().health}</a>
      </footer>
    </>
  );
}

function Explanations(props: { texts: Texts }) {
  return (
    <>
      <div class="sides">
        <section>
          <h2>{props.texts.influencersHeading}</h2>
          <p>{props.texts.influencers}</p>
        </section>
        <section>
          <h2>{props.texts.merchantsHeading}</h2>
          <p>{props.texts.merchants}</p>
        </section>
      </div>
      <section>
        <h2>{props.texts.stepsHeading}</h2>
        <ol class="steps">
          <li>{props.texts.step1}</li>
          <li>{props.texts.step2}</li>
          <li>{props.texts.step3}</li>
        </ol>
      </section>
      <section>
        <h2>{props.texts.apiHeading}</h2>
        <p>{props.texts.api}</p>
        <code class="endpoint" dir="ltr">
          POST /api/tracking/conversions
        </code>
      </section>
    </>
  );
}

function Fact(props: { name: string; value: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <bdi>{props.value}</bdi>
      </dd>
    </div>
  );
}
