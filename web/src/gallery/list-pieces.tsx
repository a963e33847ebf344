import Scale from "lucide-solid/icons/scale";
import { createSignal } from "solid-js";
import { CITIES } from "../../../schemas/cities.ts";
import { locale } from "../locale.tsx";
import { claimTexts } from "../text/claims/texts.ts";
import { fill } from "../text/fill.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { productFormTexts } from "../text/product-form/texts.ts";
import { Amount } from "../ui/amount.tsx";
import { Card } from "../ui/card.tsx";
import { CodeBlock } from "../ui/code-block.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { DropZone } from "../ui/drop-zone.tsx";
import { Exchange, Said } from "../ui/exchange.tsx";
import { Figures } from "../ui/figures.tsx";
import { FileProgress } from "../ui/file-progress.tsx";
import { FileTile, FileTiles, PickedFile } from "../ui/file-tiles.tsx";
import { FilterButtons } from "../ui/filter-buttons.tsx";
import { GuideSteps } from "../ui/guide-steps.tsx";
import { Columns, Stack } from "../ui/layout.tsx";
import { Meter } from "../ui/meter.tsx";
import { NamedPicture } from "../ui/named-picture.tsx";
import { Pager } from "../ui/pager.tsx";
import { Person } from "../ui/person.tsx";
import { PickMany } from "../ui/pick-many.tsx";
import { Quote } from "../ui/quote.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { Change, SheetLine } from "../ui/sheet-line.tsx";
import { Tag } from "../ui/tag.tsx";
import { TextareaField } from "../ui/textarea-field.tsx";
import { Why } from "../ui/why.tsx";

/** What lists and long forms are made of. */
export function ListPieces() {
  const [view, setView] = createSignal("all");
  const texts = () => merchantTexts().products;
  const form = () => productFormTexts();
  const views = () => [
    { value: "all", text: texts().all, count: "12" },
    { value: "paused", text: texts().paused, count: "3" },
  ];
  return (
    <Stack gap="loose">
      <Card title="SearchField, FilterButtons, Meter, Pager">
        <Stack>
          <SearchField name="gallery-search" label={texts().search} value="" onSearch={() => {}} />
          <FilterButtons label={texts().states} choices={views()} value={view()} onChange={setView} />
          <Meter label={texts().active} used={4} max={5} note="4 / 5" />
          <Meter label={texts().active} used={5} max={5} note="5 / 5" />
          <Pager first="/ui" next="/ui" />
        </Stack>
      </Card>
      <Card title="GuideSteps, CodeBlock">
        <GuideSteps
          steps={[
            { title: texts().import },
            { title: texts().add, content: <CodeBlock label="JSON" text={JSON.stringify({ id: "cnv_1" }, null, 2)} /> },
          ]}
        />
      </Card>
      <Card title="NamedPicture, Figures, Why, Person, Quote, SheetLine">
        <Columns count={2}>
          <NamedPicture url={null} name="Djellaba brodée main" href="/ui">
            DJ-01
          </NamedPicture>
          <Figures main={<Amount minor={6750} />} note="15 %" why={<Why of={texts().epc}>{texts().epcWhy}</Why>} />
          <Person name="خديجة العلوي" badges={<Tag strong>{merchantTexts().influencers.verified}</Tag>}>
            @khadija
          </Person>
          <Quote>Je présente la mode marocaine chaque semaine.</Quote>
          <SheetLine number="12" code="DJ-01" title="Djellaba brodée main" effect={form().import.update} tone="blue">
            <Change name={texts().price} from="180,00" to="165,00" />
            <Change name={form().what.category} fault={form().import.invalid} />
          </SheetLine>
        </Columns>
      </Card>
      <Card title="Exchange, Said, FileTiles, FileTile, PickedFile">
        <Talk />
      </Card>
      <Card title="TextareaField, PickMany, Disclosure, DropZone, FileProgress">
        <LongFields />
      </Card>
    </Stack>
  );
}

function Talk() {
  const texts = () => claimTexts().page;
  const pieceOf = (number: number) => fill(texts().piece, { number, name: "خديجة العلوي" });
  return (
    <Stack>
      <Exchange label={texts().exchange}>
        <Said name="خديجة العلوي" act={texts().saysMissing} at="2026-11-18T20:10:00.000Z">
          <Quote>Ma cliente a commandé depuis ma story.</Quote>
          <FileTiles label={texts().evidence}>
            <FileTile href="/icon.svg" name={pieceOf(1)} detail={texts().image} isPicture />
            <FileTile href="/icon.svg" name={pieceOf(2)} detail={texts().pdf} isPicture={false} />
          </FileTiles>
        </Said>
        <Said name="Atlas Mode" act={texts().contests} at="2026-11-20T09:00:00.000Z" />
        <Said icon={<Scale />} act={texts().teamAccepts} at="2026-11-22T09:00:00.000Z" />
      </Exchange>
      <FileTiles label={texts().evidence}>
        <PickedFile name="recu.pdf" detail="84 Ko" removeLabel={texts().dismiss} onRemove={() => {}} />
      </FileTiles>
    </Stack>
  );
}

function LongFields() {
  const [cities, setCities] = createSignal<readonly string[]>(["Fès"]);
  const form = () => productFormTexts();
  return (
    <Columns count={2}>
      <TextareaField name="gallery-text" label={form().what.descriptionAr} lang="ar" value="زربية منسوجة يدويًا" />
      <PickMany
        name="gallery-cities"
        legend={form().place.cities}
        search={form().place.searchCity}
        none={form().place.allCities}
        options={CITIES.slice(0, 8).map(({ key, en, ar }) => ({
          value: key,
          text: { fr: key, en, ar }[locale()],
          words: `${key} ${en} ${ar}`,
        }))}
        chosen={cities()}
        onChange={setCities}
      />
      <Disclosure title={form().terms.title} note={form().terms.note}>
        {form().terms.holdHint}
      </Disclosure>
      <Stack gap="tight">
        <DropZone
          name="gallery-files"
          title={form().images.choose}
          text={form().images.chooseText}
          accept="image/*"
          onFiles={() => {}}
        />
        <FileProgress name="djellaba.jpg" text={form().images.sending} />
        <FileProgress name="caftan.heic" text={form().images.failed} fault={form().images.unreadable} />
      </Stack>
    </Columns>
  );
}
