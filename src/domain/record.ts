import { atOnce, type Steps } from '../background/steps.js';
import { memoised } from '../language/index.js';
import type { LocalAuthority, Urn } from './authority.js';
import { type ByCouncil, byCouncil, groupedByCouncil, makingAll } from './by-council.js';
import type { RecordedDocument } from './document.js';
import { InspectionError } from './errors.js';
import { isBoardReview } from './frameworks.js';
import type { Freshness } from './freshness.js';
import type { Judgement } from './judgement.js';
import { paragraphsOf, placeOf } from './paragraphs.js';
import type { Passage } from './passage.js';
import type { Source } from './source.js';
import { withoutSuperseded } from './superseded.js';
import type { Theme } from './theme.js';
import { newestFirst, type Visit } from './visit.js';

/**
 * A passage with everything needed to cite it. `key` is unique in the record; `paragraph` is the
 * whole paragraph it is part of. `ledBy` is the key of the passage of the official text that has
 * the words which the press quotes here.
 */
export type RecordedPassage = {
  key: string;
  urn: Urn;
  passage: Passage;
  source: Source;
  visit: Visit;
  paragraph: string;
  ledBy?: string;
  /** The press source that carries these words of Ofsted's too. */
  quotedBy?: Source;
};

/** A judgement with everything needed to cite it. */
export type RecordedJudgement = {
  key: string;
  urn: Urn;
  judgement: Judgement;
  source: Source;
  visit: Visit;
};

/** The whole record as the bot reads it: plain values, and the passages of each council. */
export type InspectionRecord = {
  authorities: LocalAuthority[];
  themes: Theme[];
  documents: RecordedDocument[];
  /** Every visit of every covered authority, newest first. */
  visits: Visit[];
  passages: ByCouncil<RecordedPassage>;
  judgements: RecordedJudgement[];
  /** The date to which each covered authority's record was checked, where somebody did. */
  checked: Map<Urn, string>;
  /** How far the record reaches, where it says so of all its councils. */
  freshness: Freshness;
  /**
   * Imported files that could not be used, with the reason; a bad shipped file stops the start
   * instead.
   */
  problems: { file: string; reason: string }[];
};

/**
 * Joins documents into one record. The same visit declared in two files is one visit, with whatever
 * either knows; a document with the checksum of another that `holds` only facts takes its place, or
 * one of the same visit, and so does a revised report the earlier one's, while the visits which
 * that one knows of stay.
 * @throws InspectionError naming the source where a passage or judgement names a visit nobody
 *   declares, or an authority is unknown.
 */
export function assembleRecord(
  authorities: LocalAuthority[],
  themes: Theme[],
  documents: RecordedDocument[],
): InspectionRecord {
  const record = atOnce(assembling(authorities, themes, documents));
  atOnce(makingAll(record.passages));
  return record;
}

/**
 * The same, with a step after each document. The passages of a council are made when they are first
 * asked for, which throws where one of them names a visit nobody declares; `finished` has the last
 * word on them.
 */
export function* assembling(
  authorities: LocalAuthority[],
  themes: Theme[],
  documents: RecordedDocument[],
  finished: (passages: RecordedPassage[]) => RecordedPassage[] = (passages) => passages,
): Steps<InspectionRecord> {
  const used = withoutSuperseded(documents);
  const visits = mergeVisits(documents);
  const known = new Set(authorities.map((a) => a.urn));
  const groups = groupedByCouncil(used);
  const judgements: RecordedJudgement[] = [];
  const checked = new Map<Urn, string>();
  for (const { urn, checked: date } of documents)
    if (date && date > (checked.get(urn) ?? '')) checked.set(urn, date);
  const visitOf = (id: string, source: Source): Visit => {
    const visit = visits.get(id);
    if (!visit) throw new InspectionError(`${source.id}: no file declares the visit "${id}".`);
    return visit;
  };
  for (const document of used) {
    const { urn, source } = document;
    if (!known.has(urn))
      throw new InspectionError(`${source.id}: the register of authorities has no URN ${urn}.`);
    for (const judgement of document.judgements)
      judgements.push({
        key: `${source.id}/${judgement.visit}/${judgement.area}`,
        urn,
        judgement,
        source,
        visit: visitOf(judgement.visit, source),
      });
    yield;
  }
  const passagesOf = ({ urn, source, passages }: RecordedDocument): RecordedPassage[] => {
    const paragraphs = paragraphsOf(passages);
    return passages.map((passage) => ({
      key: `${source.id}/${passage.id}`,
      urn,
      passage,
      source,
      visit: visitOf(passage.visit, source),
      paragraph: paragraphs.get(placeOf(passage)) ?? passage.quote,
    }));
  };
  return {
    authorities,
    themes,
    documents: used,
    visits: [...visits.values()].sort(newestFirst),
    passages: byCouncil(groups.urns, (urn) => finished(groups.of(urn).flatMap(passagesOf))),
    judgements,
    checked,
    freshness: { gradesUntil: null, lookedForOn: null },
    problems: [],
  };
}

/** The authorities this record holds documents of, by name; those that are no more among them. */
export function coveredAuthorities(record: InspectionRecord): LocalAuthority[] {
  const urns = new Set(record.documents.map((d) => d.urn));
  return record.authorities
    .filter((a) => urns.has(a.urn))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Whether a passage is of the chapters on the safeguarding board in a report on a council: the
 * board is not the council.
 */
export const isAboutBoard = ({ passage, visit }: RecordedPassage): boolean =>
  !isBoardReview(visit.kind) && isBoardSection(passage.locator.section);

/** Whether a section of a report is on the safeguarding board, as its name tells. */
export const isBoardSection = (section: string | null): boolean =>
  section !== null && namesBoard(section);

/** So many sections are remembered: every question asks it of the same ones. */
const SECTIONS_REMEMBERED = 10_000;

const namesBoard = memoised(
  (section: string) =>
    /\bLSCB\b|safeguarding children(?:[’']?s|[’'])? board/i.test(section) &&
    !OF_OFFICE.test(section),
  SECTIONS_REMEMBERED,
);

/** Chapters that Ofsted writes of its own work, whoever is inspected. */
const OF_OFFICE = /^(?:information about|about|what the .{0,60} mean|the inspection team)\b/i;

/**
 * Whether a passage says anything of a council: Ofsted's own documents also hold contact notices,
 * the explanation of grades, the inspection team and a description of the area, which are context.
 * What they say of the safeguarding board is context of a council's report, but evidence.
 */
export const isEvidence = (recorded: RecordedPassage): boolean =>
  recorded.passage.kind !== 'context' || recorded.source.kind === 'press' || isAboutBoard(recorded);

function mergeVisits(documents: RecordedDocument[]): Map<string, Visit> {
  const visits = new Map<string, Visit>();
  for (const visit of documents.flatMap((d) => d.visits)) {
    const other = visits.get(visit.id);
    visits.set(visit.id, other ? mergeVisit(other, visit) : visit);
  }
  return visits;
}

function mergeVisit(a: Visit, b: Visit): Visit {
  const [fuller, other] = b.windows.length > a.windows.length ? [b, a] : [a, b];
  return {
    ...fuller,
    ordinal: fuller.ordinal ?? other.ordinal,
    leadInspector: fuller.leadInspector ?? other.leadInspector,
    ...((a.reported ?? b.reported) && { reported: a.reported ?? b.reported }),
    known: fuller.known && other.known,
  };
}
