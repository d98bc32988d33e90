import type { RecordedDocument } from '../domain/document.js';
import { gradedAreas } from '../domain/frameworks.js';
import { isGrade, type Judgement } from '../domain/judgement.js';
import type { Passage, ToneSpan } from '../domain/passage.js';
import { toneOfMarked } from '../domain/passage-tones.js';
import type { Visit } from '../domain/visit.js';
import { sentenceSpans } from '../language/index.js';
import type { RecordFile } from './accept.js';
import { type Failure, failure, judgementItem, passageItem, visitItem } from './failure.js';
import { gradesIn } from './import/facts/grades.js';

/** The visits that any file declares, and the documents by the id of their source. */
export type Declared = { visits: Map<string, Visit>; documents: Map<string, RecordedDocument> };

/** What is wrong with one file of the record, its references followed. */
export function documentFaults(file: RecordFile, declared: Declared): Failure[] {
  const { document } = file;
  const fault = (item: string | null) => (expected: string) => failure(file, item, expected);
  return [
    ...sourceFaults(document).map(fault(null)),
    ...neighboursApart(document.passages).map(fault(null)),
    ...document.visits.flatMap((v) => visitFaults(v, document, declared).map(fault(visitItem(v)))),
    ...document.judgements.flatMap((j) =>
      [...aboutFaults(j.visit, document, declared), ...judgementFaults(j, document, declared)].map(
        fault(judgementItem(j)),
      ),
    ),
    ...document.passages.flatMap((p) =>
      [...aboutFaults(p.visit, document, declared), ...passageFaults(p, document, declared)].map(
        fault(passageItem(p)),
      ),
    ),
  ];
}

/** The expectations that are not met; each is written as what was expected. */
const unmet = (...rules: [boolean, string][]): string[] =>
  rules.filter(([holds]) => !holds).map(([, expected]) => expected);

function sourceFaults({ source }: RecordedDocument): string[] {
  const { kind, licence, dated, published } = source;
  return unmet(
    [
      licence === (kind === 'press' ? 'quotation' : 'OGL-3.0'),
      "licence OGL-3.0 for Ofsted's own documents and quotation for the press",
    ],
    [
      !dated || !published || dated.date <= published.date,
      'a letter dated on or before the day it was published',
    ],
  );
}

/** Parts of one paragraph follow each other, so that they read as the paragraph. */
function neighboursApart(passages: Passage[]): string[] {
  const places = passages.map(({ locator: { section, page, paragraph, bullet } }) =>
    paragraph === null && bullet === null
      ? null
      : JSON.stringify([section, page, paragraph, bullet]),
  );
  return passages.flatMap(({ id }, i) => {
    const first = places[i] === null ? i : places.indexOf(places[i] ?? null);
    return unmet([
      first === i || places[i - 1] === places[i],
      `passage ${id} next to ${passages[first]?.id}, which has the same place in the document`,
    ]);
  });
}

function visitFaults(visit: Visit, document: RecordedDocument, declared: Declared): string[] {
  const teller = visit.known && declared.documents.get(visit.known.source);
  return [
    ...unmet(
      [
        visit.urn === document.urn && visit.id.startsWith(`${document.urn}-`),
        `a visit of the file's own authority, ${document.urn}`,
      ],
      [
        !visit.known || teller?.urn === document.urn,
        `known.source to be a source of this authority; it is ${visit.known?.source}`,
      ],
      [
        !teller || isPageOf(visit.known?.page ?? null, teller),
        `known.page to be a page of ${visit.known?.source}`,
      ],
    ),
    ...aboutFaults(visit.id, document, declared),
  ];
}

/**
 * What holds for everything a document says of a visit: same authority, and over before the
 * document was written.
 */
function aboutFaults(
  id: string,
  { urn, source }: RecordedDocument,
  { visits }: Declared,
): string[] {
  const visit = visits.get(id);
  const over = visit?.end ?? visit?.period ?? '';
  const written = [source.dated, source.published].flatMap((d) => (d ? [d.date] : [])).sort()[0];
  return unmet(
    [!visit || visit.urn === urn, `a visit of the file's own authority, ${urn}; it is ${id}`],
    [
      !written || over <= written,
      `a visit that was over on ${written}, the document's date; ${id} ended ${over}`,
    ],
  );
}

function judgementFaults(
  { visit: id, area, grade, printed, page }: Judgement,
  document: RecordedDocument,
  { visits }: Declared,
): string[] {
  const visit = visits.get(id);
  const areas = visit ? gradedAreas(visit) : [];
  const named = gradesIn(printed ?? '');
  return unmet(
    [
      !visit || grade === 'not in this framework' || areas.includes(area),
      `an area that this visit (${visit?.kind}, ${visit?.start ?? visit?.period}) grades: ${areas.join(', ') || 'none'}`,
    ],
    [
      !isGrade(grade) || (named.length === 1 && named[0] === grade),
      `a printed phrase that names the grade "${grade}"; it is ${printed ? `“${printed}”` : 'missing'}`,
    ],
    [isPageOf(page, document), `a page of the document, which has ${document.source.pages}`],
  );
}

function passageFaults(
  { kind, speaker, finding, official, locator, quote, tone, tones }: Passage,
  document: RecordedDocument,
  { documents }: Declared,
): string[] {
  const press = document.source.kind === 'press';
  const outsider = speaker.kind === 'council' || speaker.kind === 'office_holder';
  const text = official && documents.get(official.source);
  return unmet(
    [
      press === (speaker.kind !== 'ofsted'),
      `the speaker of ${press ? 'a press source to be other than' : "Ofsted's own document to be"} ofsted; it is ${speaker.kind}`,
    ],
    [
      press === (finding !== null),
      press ? 'a finding in our own words' : "no finding beside Ofsted's own words",
    ],
    [
      kind !== 'statement' || outsider || speaker.kind === 'press',
      "a statement to be somebody else's than Ofsted's",
    ],
    [
      !outsider || kind === 'statement' || kind === 'context',
      `words of the council or an office holder to be a statement, not a ${kind}`,
    ],
    [
      !official || speaker.kind === 'ofsted_quoted_by_press',
      `an official mark only on words the press quotes from Ofsted; the speaker is ${speaker.kind}`,
    ],
    [
      !official || (text?.urn === document.urn && text.source.kind !== 'press'),
      `official.source to be an Ofsted document of this authority; it is ${official?.source}`,
    ],
    [
      !official || !text || isPageOf(official.page, text),
      `official.page to be a page of ${official?.source}`,
    ],
    [
      isPageOf(locator.page, document) &&
        isPageOf(locator.lastPage, document) &&
        (locator.lastPage === null || locator.lastPage >= (locator.page ?? Infinity)),
      `pages in order and within the document, which has ${document.source.pages ?? 'none'}`,
    ],
    [
      areSentences(tones, quote),
      'tones of whole sentences of the quotation, in order and each at most once',
    ],
    [
      tones.length === 0 || tone === toneOfMarked(tones),
      `the tone that follows from the sentences marked, ${toneOfMarked(tones)}; it is ${tone}`,
    ],
  );
}

/** Whether every span is a sentence of the quotation, the spans in order and apart. */
function areSentences(tones: ToneSpan[], quote: string): boolean {
  const bounds = sentenceSpans(quote);
  const places = tones.map((span) =>
    bounds.findIndex(({ from, to }) => from === span.from && to === span.to),
  );
  return places.every((place, i) => place > (places[i - 1] ?? -1));
}

/** Whether a page can be one of the document's; a document without pages has no page to name. */
const isPageOf = (page: number | null, { source }: RecordedDocument): boolean =>
  page === null || (source.pages !== null && page <= source.pages);
