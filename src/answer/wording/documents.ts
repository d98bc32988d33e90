import { sourceCitation } from '../../domain/citation.js';
import { councilPage } from '../../domain/links.js';
import { visitTitle } from '../../domain/visit.js';
import type { Answer, Section } from '../answer.js';
import type {
  CiteFacts,
  DocumentAbout,
  LinkFacts,
  SourcesFacts,
} from '../one-council/documents.js';
import {
  councilLabel,
  counted,
  emptyAnswer,
  furtherChoices,
  HEADLINE,
  missingLine,
} from './phrases.js';

/** One copyable line for a document of a council. */
const describe = ({ document, visit }: DocumentAbout, { name }: { name: string }): string =>
  sourceCitation(document.source, visit, name);

/** The documents of a council's record with what each holds, and what is known to be missing. */
export function wordSources({ about, documents, missing, newest }: SourcesFacts): Answer {
  const { authority } = about;
  const without =
    missing.length === 0
      ? ''
      : `; ${counted(missing.length, 'visit is', 'visits are')} known without a document`;
  return {
    ...emptyAnswer('sources', `${authority.name} sources`),
    authority,
    headline: `${councilLabel(about)}: ${counted(documents.length, 'document', 'documents')} in this record${without}.`,
    sections: [
      {
        heading: 'In this record',
        lines: documents.map((each) => `${describe(each, authority)} — ${holding(each)}`),
        points: [],
      },
      {
        heading: 'Not in this record',
        lines: [
          ...missing.map(missingLine),
          ...(newest ? [`Anything after the ${visitTitle(newest)}.`] : []),
        ],
        points: [],
      },
    ],
    closing: [
      'Ofsted’s documents are quoted under the Open Government Licence v3.0; press articles are their publishers’ and quoted in short.',
    ],
    choices: furtherChoices(authority, 'sources'),
  };
}

function holding({ document: { source, passages, judgements } }: DocumentAbout): string {
  if (source.kind === 'statistics') return 'dates and grades';
  if (source.holds === 'facts')
    return `dates and ${judgements.length} grades; its text is not in this record yet`;
  return counted(passages.length, 'quotation', 'quotations');
}

/** Copyable citations of documents. */
export function wordCite({ about, documents }: CiteFacts): Answer {
  const { authority, question } = about;
  const lines = documents.map((each) => describe(each, authority));
  const [only, ...others] = lines;
  const answer = {
    ...emptyAnswer('citation', question),
    authority,
    choices: furtherChoices(authority, 'citation'),
  };
  if (only === undefined)
    return {
      ...answer,
      status: 'nothing_found',
      reason: 'no_match',
      headline: `${councilLabel(about)}: no document in this record fits; Sources lists them all.`,
    };
  return {
    ...answer,
    headline: `${councilLabel(about)}: ${others.length === 0 ? 'one document fits, with its citation to copy' : `${lines.length} documents fit; copy the citation of the one you mean`}.`,
    sections: [{ heading: 'To cite', lines, points: [] }],
  };
}

/** Where the reports asked for can be read: their own address, or else Ofsted's page. */
export function wordLink({ about, visits }: LinkFacts): Answer {
  const { authority, question } = about;
  const page = councilPage(authority.urn);
  const addresses = visits.map(({ visit, documents }) => ({
    title: visitTitle(visit),
    urls: documents.flatMap(({ source }) => source.url ?? []),
  }));
  const held = addresses.filter(({ urls }) => urls.length > 0);
  const [only, ...others] = addresses;
  const where = only?.urls.length === 1 ? only.urls[0] : page;
  const alone = `${councilLabel(about)}: ${where} has the report (${only?.title}).`;
  const fits = others.length === 0 && (only?.urls.length ?? 0) < 2 && alone.length <= HEADLINE;
  const known = only
    ? `reports of ${counted(addresses.length, 'visit', 'visits')} are meant`
    : 'this record knows of no such visit';
  const headline =
    only && fits ? alone : `${councilLabel(about)}: ${known}; ${page} lists all reports.`;
  const sections: Section[] =
    addresses.length === 0 || fits
      ? []
      : [
          {
            heading: 'Reports',
            lines: addresses.map(
              ({ title, urls }) => `${title}: ${urls.length > 0 ? urls.join(' , ') : page}`,
            ),
            points: [],
          },
        ];
  return {
    ...emptyAnswer('citation', question),
    authority,
    status: only ? 'found' : 'nothing_found',
    reason: only ? null : 'no_match',
    headline,
    notes:
      only && held.length < addresses.length
        ? [
            `This record holds no address of ${held.length === 0 && addresses.length === 1 ? 'that report itself' : 'some of these reports'}: the link leads to Ofsted’s page of the council, which lists every report.`,
          ]
        : [],
    sections,
    closing: held.length > 0 ? [`All of the council’s reports: ${page}`] : [],
    choices: furtherChoices(authority, 'citation'),
  };
}
