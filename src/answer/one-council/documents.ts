import type { RecordedDocument } from '../../domain/document.js';
import type { Source } from '../../domain/source.js';
import { newestFirst, type Visit } from '../../domain/visit.js';
import { isAnyVisit, visitFilterOf } from '../../question/index.js';
import { sharedWords } from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { visitOfDocument } from '../documents.js';
import { type About, aboutOf, allVisits, isHeld, visitsMeant } from './about.js';

/** A document and the visit that it is about, where that is known. */
export type DocumentAbout = { document: RecordedDocument; visit: Visit | null };

/** The documents held, newest first, and the visits known without one; `newest` is of any visit. */
export type SourcesFacts = {
  about: About;
  documents: DocumentAbout[];
  missing: Visit[];
  newest: Visit | null;
};

export function sources(asked: AskedOfOne): SourcesFacts {
  const visits = allVisits(asked);
  return {
    about: aboutOf(asked),
    documents: documentsOf(asked),
    missing: visits.filter((visit) => !isHeld(visit)),
    newest: visits[0] ?? null,
  };
}

/**
 * When Ofsted's own documents on the visits meant came out, the newest visit first. `reported` is
 * the day that official statistics give, of a visit that they alone tell of.
 */
export type ReleasesFacts = {
  about: About;
  released: { visit: Visit; source: Source; reported: string | null }[];
};

export function releases(asked: AskedOfOne): ReleasesFacts {
  const meant = visitsMeant(asked);
  const own = documentsOf(asked).filter(({ document }) => document.source.kind !== 'press');
  return {
    about: aboutOf(asked),
    released: meant.flatMap((visit) => {
      const about = own.filter(({ document }) => tellsOf(document, [visit]));
      const [first] = about.filter(({ document }) => document.source.kind !== 'statistics');
      const source = (first ?? about[0])?.document.source;
      return source ? [{ visit, source, reported: visit.reported ?? null }] : [];
    }),
  };
}

/** The documents to cite. */
export type CiteFacts = { about: About; documents: DocumentAbout[] };

/** The documents that a question means: by visit, date, kind, or words of title and publisher. */
export function cite(asked: AskedOfOne): CiteFacts {
  const { question } = asked;
  const visits = visitsMeant(asked);
  const { period, kind } = visitFilterOf(question);
  const all = documentsOf(asked);
  const meant = period || kind ? all.filter(({ document }) => tellsOf(document, visits)) : all;
  const words = question.tokens.map(({ word }) => word);
  const ids = new Set(visits.map(({ id }) => id));
  const scored = meant.map((each) => ({
    each,
    score: sharedWords(each.document, words) + (each.visit && ids.has(each.visit.id) ? 1 : 0),
  }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return {
    about: aboutOf(asked),
    documents: scored.filter(({ score }) => score === best).map(({ each }) => each),
  };
}

/**
 * Where the reports asked for can be read: of the visits that the question names, or else of the
 * newest visit with a document. `documents` are Ofsted's own, with their addresses where held.
 */
export type LinkFacts = { about: About; visits: { visit: Visit; documents: RecordedDocument[] }[] };

export function link(asked: AskedOfOne): LinkFacts {
  const named = !isAnyVisit(visitFilterOf(asked.question));
  const newest = allVisits(asked).filter(isHeld).slice(0, 1);
  const meant = named ? visitsMeant(asked) : newest;
  const documents = documentsOf(asked).map(({ document }) => document);
  return {
    about: aboutOf(asked),
    visits: meant.map((visit) => ({
      visit,
      documents: documents.filter(
        ({ source, visits }) =>
          source.kind !== 'press' && visits.some((own) => own.id === visit.id && isHeld(own)),
      ),
    })),
  };
}

const tellsOf = ({ visits, passages }: RecordedDocument, meant: Visit[]): boolean => {
  const ids = new Set(meant.map(({ id }) => id));
  return (
    visits.some((own) => ids.has(own.id) && isHeld(own)) ||
    passages.some(({ visit }) => ids.has(visit))
  );
};

/** The documents of the council, newest first. */
const documentsOf = ({ authority, context: { record } }: AskedOfOne): DocumentAbout[] =>
  record.documents
    .filter(({ urn }) => urn === authority.urn)
    .sort((a, b) => dateOf(b).localeCompare(dateOf(a)))
    .map((document) => ({ document, visit: visitOfDocument(document, record) }));

const dateOf = ({ source, visits }: RecordedDocument): string =>
  source.published?.date ?? source.dated?.date ?? [...visits].sort(newestFirst)[0]?.period ?? '';
