import type { KnownBlock } from '@slack/types';
import type { CouncilText, DigestText } from '../../digest/index.js';
import { SLASH_COMMAND } from '../surfaces.js';
import { fitted, linePart, quotationsNotShown, sectionParts } from './answer-text.js';
import { buttonsView } from './buttons.js';
import { headlineView } from './headline.js';
import { isTooMuch, lengthOf } from './limits.js';
import type { Reply } from './reply.js';
import { portions } from './sections.js';
import { smallPrint } from './small-print.js';

export type DigestViewOptions = {
  /**
   * The Slack name of who set it up, shown as text: a mention would notify them with every digest.
   */
  owner: string;
  /** Only whoever asked for it sees it. */
  preview?: boolean;
  /** How to end it, in place of how a digest is ended. */
  ending?: string;
};

/** Opens a preview; whoever shows one may add a line of its own, for which room is kept. */
const PREVIEW = 'Preview: only you see this, and nothing is posted.';

const FACTS_LEFT_OUT = `Grades and days of some councils are not shown here. Ask: ${SLASH_COMMAND.name} COUNCIL latest`;

/**
 * A council's part while it is fitted in: its portions that are still shown, and whether its small
 * print is.
 */
type Fitting = { council: CouncilText; shown: number; closing: boolean };

/**
 * A digest as a message: headline, a part a council, who set it up and how to end it. Mentions
 * nobody. What Slack's limits leave no room for is announced with the question that shows it: the
 * council with most to show gives way first, from its end; then small print, then whole councils
 * from the last.
 */
export function digestView(digest: DigestText, options: DigestViewOptions): Reply {
  const footer = [
    ...digest.closing,
    options.ending ?? `Set up by @${options.owner} · ${SLASH_COMMAND.name} digest off`,
  ];
  const opening = options.preview ? [PREVIEW] : [];
  return {
    text: textOf(digest, opening, footer),
    blocks: fitIn(digest, opening, footer),
  };
}

/** A digest as its headlines, with all that it has to say in the thread of that message. */
export function condensedDigestView(
  digest: DigestText,
  options: DigestViewOptions,
): Reply & { inThread: Reply } {
  const councils = digest.councils
    .filter(({ heading }) => heading !== null)
    .map((council) => ({ ...council, sections: [], closing: [] }));
  const headlines = { ...digest, councils, others: null, closing: [IN_THREAD] };
  return { ...digestView(headlines, options), inThread: digestView(digest, options) };
}

const IN_THREAD = 'What was found, quoted and cited, stands in the thread.';

function fitIn(digest: DigestText, opening: string[], footer: string[]): KnownBlock[] {
  const { councils, headline } = digest;
  const all = new Map(councils.map((council) => [council, portions(council.sections)]));
  const bodyOf = ({ council, shown }: Fitting) =>
    (all.get(council) ?? []).slice(0, shown).flatMap(({ blocks }) => blocks);
  const others = portions(digest.others ? [digest.others] : []).flatMap(({ blocks }) => blocks);
  const partOf = (fitting: Fitting): KnownBlock[] => {
    const { council, shown, closing } = fitting;
    const omitted = (all.get(council) ?? []).slice(shown);
    return [
      ...(council.heading === null ? [] : headlineView(council.heading)),
      ...bodyOf(fitting),
      ...smallPrint([
        ...(omitted.length > 0
          ? [notShown(council, omitted.flatMap(({ points }) => points).length)]
          : []),
        ...(closing ? council.closing : []),
      ]),
    ];
  };
  const compose = (fittings: Fitting[]): KnownBlock[] => {
    const left = councils.slice(fittings.length);
    return [
      ...smallPrint(opening),
      ...headlineView(headline),
      ...fittings.flatMap(partOf),
      ...others,
      ...smallPrint([
        ...(fittings.some(({ closing }) => !closing) ? [FACTS_LEFT_OUT] : []),
        ...(left.length > 0 ? [`Not shown here: ${left.map(askFor).join(', ')}.`] : []),
        ...footer,
      ]),
      ...buttonsOf(digest),
    ];
  };

  let fittings = councils.map((council) => ({
    council,
    shown: all.get(council)?.length ?? 0,
    closing: true,
  }));
  const added = smallPrint(opening.map(() => PREVIEW.repeat(4)));
  while (isTooMuch([...compose(fittings), ...added])) {
    const longest = fittings
      .filter(({ shown }) => shown > 0)
      .sort((a, b) => lengthOf(bodyOf(b)) - lengthOf(bodyOf(a)))[0];
    const printed = fittings.findLast(({ closing }) => closing);
    if (longest) longest.shown -= 1;
    else if (printed) printed.closing = false;
    else if (fittings.length > 0) fittings = fittings.slice(0, -1);
    else break;
  }
  return compose(fittings);
}

const askFor = ({ question }: CouncilText): string => `${SLASH_COMMAND.name} ${question}`;

const notShown = (council: CouncilText, quotations: number): string =>
  `${quotations > 0 ? quotationsNotShown(quotations) : 'More is not shown here.'} Ask: ${askFor(council)}`;

const buttonsOf = ({ choices, councils }: DigestText): KnownBlock[] =>
  buttonsView(
    {
      kind: 'theme',
      status: 'found',
      authority: null,
      question: '',
      citations: councils
        .flatMap(({ sections }) => sections)
        .flatMap(({ points }) => points.map((point) => point.citation)),
    },
    choices,
    { page: 0, mode: 'none' },
  ).blocks;

const textOf = (
  { headline, councils, others }: DigestText,
  opening: string[],
  footer: string[],
): string =>
  fitted([
    ...opening.map(linePart),
    linePart(headline),
    ...councils.flatMap((council) => [
      ...(council.heading === null ? [] : [linePart(council.heading)]),
      ...council.sections.flatMap(sectionParts),
      ...council.closing.map(linePart),
    ]),
    ...(others ? sectionParts(others) : []),
    ...footer.map(linePart),
  ]);
