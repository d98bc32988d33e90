import { words } from '../language/index.js';
import { clarificationOf } from './clarification.js';
import { areaName } from './judgement.js';
import { type SourceLink, sourceLink } from './links.js';
import { type Passage, type Speaker, speakerLabel } from './passage.js';
import { withQuote } from './passage-tones.js';
import type { RecordedJudgement, RecordedPassage } from './record.js';
import { type Source, sourceDate } from './source.js';
import { type Visit, visitDates, visitName, visitTitle } from './visit.js';

/**
 * A quotation with everything a reader needs to check it: whose words, which source carries them,
 * which visit they are about, and where they stand. `quote` equals the record byte for byte.
 * `passage` is the whole paragraph where the licence allows, else the finding in our own words with
 * the quotation. Every answer speaks in these.
 */
export type Citation = {
  key: string;
  urn: string;
  quote: string;
  passage: string;
  finding: string | null;
  /**
   * Whom a quotation is about that opens with "They" ("[care leavers]"), to show before it. It is
   * ours, from the sentence before in its paragraph.
   */
  clarification: string | null;
  speaker: Speaker;
  tone: Passage['tone'];
  official: Passage['official'];
  visit: Visit;
  source: Source;
  /** A press source that carries the same words. */
  quotedBy: Source | null;
  place: {
    section: string | null;
    page: number | null;
    /** Of what stands on more pages than one, or may, the last. */
    lastPage?: number | null;
    paragraph: number | null;
    bullet: number | null;
  };
};

/** The citation of a passage, by its whole quotation or by `quote`, a run of it. */
export function citePassage(
  { key, urn, passage, source, visit, paragraph, quotedBy }: RecordedPassage,
  quote = passage.quote,
): Citation {
  const { locator } = quote === passage.quote ? passage : withQuote(passage, quote);
  const { section, page, lastPage, paragraph: number, bullet } = locator;
  return {
    key,
    urn,
    quote,
    passage:
      source.licence === 'OGL-3.0'
        ? paragraph
        : `${passage.finding ?? ''} “${passage.quote}”`.trim(),
    finding: passage.finding,
    clarification: clarificationOf(paragraph, quote),
    speaker: passage.speaker,
    tone: passage.tone,
    official: passage.official,
    visit,
    source,
    quotedBy: quotedBy ?? null,
    place: {
      section,
      page,
      ...(page !== null && lastPage !== null && lastPage > page && { lastPage }),
      paragraph: number,
      bullet,
    },
  };
}

/** The citation of a judgement: its quotation is the grade as printed. */
export function citeJudgement({ key, urn, judgement, source, visit }: RecordedJudgement): Citation {
  const printed = judgement.printed ?? judgement.grade;
  return {
    key,
    urn,
    quote: printed,
    passage: `${areaName(judgement.area)}: ${printed}`,
    finding: null,
    clarification: null,
    speaker: { kind: 'ofsted' },
    tone: 'unmarked',
    official: null,
    visit,
    source,
    quotedBy: null,
    place: { section: null, page: judgement.page, paragraph: null, bullet: null },
  };
}

/**
 * "Ofsted, as quoted in the press; differs from the official text": whose words. Through whom
 * stands in the citation line.
 */
export function attribution({ speaker, official }: Citation): string {
  if (!official) return speakerLabel(speaker);
  const held =
    official.verdict === 'differs'
      ? 'differs from the official text'
      : `the same words in the official report, page ${official.page}`;
  return `${speakerLabel(speaker)}; ${held}`;
}

/** A quotation of fewer words does not explain itself. */
const FEW_WORDS = 9;

/**
 * The finding in our own words, where a reader needs it beside the quotation: a few words torn out
 * of a sentence, words that are not Ofsted's, or words that differ from the official text. Else
 * nothing.
 */
export function explanation({ finding, quote, speaker, official }: Citation): string | null {
  const ofsteds = speaker.kind === 'ofsted' || speaker.kind === 'ofsted_quoted_by_press';
  const clear = words(quote).length >= FEW_WORDS && ofsteds && official?.verdict !== 'differs';
  return clear ? null : finding;
}

/**
 * "Focused visit, 12–13 May 2021 · Ofsted, letter dated 25 June 2021 · Findings, bullet 19": the
 * line under a quotation.
 */
export function citationLine(citation: Citation): string {
  const { visit, source } = citation;
  const where = placeLabel(citation.place);
  return [
    capitalised(visitTitle(visit)),
    `${source.publisher}, ${sourceDate(source)}`,
    ...(where ? [where] : []),
    ...(citation.quotedBy ? [`also quoted by the press: ${citation.quotedBy.publisher}`] : []),
  ].join(' · ');
}

/** Where a reader can check it: its document at the page cited, or Ofsted's page of the council. */
export const citationLink = ({ source, urn, place }: Citation): SourceLink | null =>
  sourceLink(source, urn, place.page);

/** One copyable line for a document: publisher, title, dates, visit, link where there is one. */
export function sourceCitation(source: Source, visit: Visit | null, council: string): string {
  const about = visit
    ? `${visitName(visit)} of ${council} children's services, ${visitDates(visit)}`
    : council;
  const author = source.author ? `${source.author}, ` : '';
  const links = source.url ? ` ${source.url}` : '';
  return `${author}${source.publisher}, “${source.title}”, ${sourceDate(source)}; ${about}.${links}`;
}

/** "Findings, page 2, bullet 4"; empty where nothing is known of it. */
export function placeLabel(place: Citation['place']): string {
  const { section, page, lastPage, paragraph, bullet } = place;
  const parts = [
    section,
    page === null ? null : lastPage ? `pages ${page}–${lastPage}` : `page ${page}`,
    paragraph === null ? null : `paragraph ${paragraph}`,
    bullet === null ? null : `bullet ${bullet}`,
  ];
  return parts.filter(Boolean).join(', ');
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
