import { type SoughtConcept, sidesUnsaid } from '../../search/index.js';
import type { FindingsFacts } from '../across/findings/findings.js';
import type { RareWords } from '../across/findings/rare-words.js';
import type { AskedOfAll } from '../asked.js';
import { type Counted, subjectSaid, subjectWith } from './findings-subject.js';
import { reportsSaid } from './reports-said.js';

/**
 * A number of councils whose sentences were found by their words: others may say it in words that
 * are not known.
 */
const atLeast = (count: number): string => `at least ${count}`;

/** "In at least 41 of the 153 newest reports held, inspectors write critically of supervision." */
export function countedSaid(facts: FindingsFacts, asked: AskedOfAll): string {
  const { councils } = facts;
  const count = new Set(councils.map(({ visit }) => visit.id)).size;
  const { reports } = facts.read;
  const all = reportsSaid(facts, asked);
  if (facts.rare) return rareSaid(facts, facts.rare, { all, count });
  const isAll = count === reports.length;
  const lead = isAll ? `In ${count > 1 ? 'all of ' : ''}${all}` : `In ${atLeast(count)} of ${all}`;
  if (facts.apart) return `${lead}, ${doingBoth(facts, facts.apart)}.`;
  const wider = widerSaid(facts);
  const both = facts.isEither && !wider ? goodAndBadSaid(facts, { all, count }) : null;
  return (
    both ??
    `${lead}, ${doing(facts)}${inTones(facts)}${alsoHappens(facts)}${halfSaid(facts)}${wider}.`
  );
}

/** "Of the 153 newest reports held, at least 55 write with praise of … and 24 critically; 113 …" */
function goodAndBadSaid(
  facts: Counted,
  { all, count }: { all: string; count: number },
): string | null {
  const { praise, criticism } = facts.tones;
  if (praise + criticism === 0 || facts.kind.tone || facts.kind.recommendations) return null;
  const subject = subjectSaid(facts);
  return `Of ${all}, ${atLeast(praise)} write with praise of ${subject} and ${criticism} critically; ${count} write of it.`;
}

/** "; none of it on immunisations": of two things joined by "or" the one that nothing is on. */
const halfSaid = ({ concepts, councils }: Counted): string => {
  const found = councils.flatMap((each) => each.found);
  const names = concepts.flatMap((each) => sidesUnsaid(each, found));
  return names.length === 0 ? '' : `; none of it on ${names.join(' or ')}`;
};

/** " (wider than asked: hardly any says “fobbed off”)": what decided nothing, as few have it. */
const widerSaid = ({ unsaid }: Counted): string =>
  unsaid.length === 0
    ? ''
    : ` (wider than asked: hardly any says ${unsaid.map((text) => `“${text}”`).join(' or ')})`;

/** "2 of the 153 newest reports held use the words “sofa surfing”: …; at least 132 write of …" */
function rareSaid(
  facts: Counted,
  { texts, urns }: RareWords,
  { all, count }: { all: string; count: number },
): string {
  const words = texts.map((text) => `“${text}”`).join(' or ');
  const councils = facts.read.reports.filter(({ authority }) => urns.has(authority.urn));
  const names = [...new Set(councils.map(({ authority }) => authority.name))].join(', ');
  const use = urns.size === 1 ? 'uses' : 'use';
  return `${urns.size} of ${all} ${use} the words ${words}: ${names}; ${atLeast(count)} write of ${subjectWith(facts, false)}.`;
}

/** What happens elsewhere too, and is not called a fault there. */
const alsoHappens = ({ happens }: Counted): string =>
  happens > 0 ? `; ${happens} more ${happens === 1 ? 'says' : 'say'} that it happens` : '';

/** "None of the 153 newest reports held says “county lines”; nearest: exploitation, in 70." */
export function nearestSaid(facts: FindingsFacts, asked: AskedOfAll): string {
  const { lacking, concepts, councils } = facts;
  const unsaid = lacking.length > 0 ? lacking : concepts.filter(({ named }) => named === 'by term');
  const words = unsaid
    .map(({ texts }) => texts.map((text) => `“${text}”`).join(' or '))
    .join(' and ');
  const kept = concepts.filter((each) => !lacking.includes(each));
  const toned = { praise: ', praised', criticism: ', criticised' };
  const tone = facts.kind.tone ? toned[facts.kind.tone] : '';
  const isPlain = lacking.length === 0 && concepts.length === 1 && !tone;
  const has = isPlain ? `says ${words}` : `has a sentence with ${words} that answers`;
  return `${facts.read.reports.length === 1 ? 'Nothing in' : 'None of'} ${reportsSaid(facts, asked)} ${has}; nearest: ${subjectSaid({ ...facts, concepts: kept })}${tone}, in ${councils.length}.`;
}

/** ": praise in 71, criticism in 45", where no tone was asked for. */
function inTones({ tones, kind, isAbsence, concepts }: Counted): string {
  if (kind.tone || kind.recommendations || isAbsence) return '';
  // What got better or worse is said by the trend itself.
  if (concepts.some(({ isTrend }) => isTrend)) return '';
  const { praise, criticism } = tones;
  const said = [
    ...(praise > 0 ? [`praise in ${praise}`] : []),
    ...(criticism > 0 ? [`criticism in ${criticism}`] : []),
  ].join(', ');
  return said ? `: ${said}` : '';
}

/** "In none of the 153 newest reports held do inspectors criticise supervision." */
export function noneSaid(facts: Counted, asked: AskedOfAll): string {
  const { tone, recommendations } = facts.kind;
  const what = subjectSaid(facts);
  const all = reportsSaid(facts, asked);
  if (recommendations) return `On the list of what must improve in ${all} is no item on ${what}.`;
  const where = facts.read.reports.length === 1 ? `Nowhere in ${all}` : `In none of ${all}`;
  if (facts.isAbsence) return `${where} do inspectors write of an absence of ${what}.`;
  const voice = facts.concepts.find(({ isVoice }) => isVoice);
  if (voice) return `${where} do ${voiceSaid(voice, what, facts)}.`;
  return tone === null
    ? `${where} do inspectors plainly write of ${what}.`
    : `${where} is there plain ${tone} of ${what}.`;
}

/** "inspectors write with praise of early help and, elsewhere in the report, critically of …" */
function doingBoth(facts: Counted, sides: NonNullable<Counted['apart']>): string {
  const [one, other] = sides.map(({ concepts, tone }, i) => {
    const verb = VERBS[tone ?? 'none'];
    const isSame = i > 0 && sides[0].tone === tone;
    return `${i === 0 ? verb : isSame ? 'of' : verb.slice('write '.length)} ${subjectSaid({ ...facts, concepts, apart: null })}`;
  });
  return `inspectors ${one} and, in the same sentence or elsewhere in the report, ${other}`;
}

function doing(facts: Counted): string {
  const { tone, recommendations, speaker } = facts.kind;
  const what = subjectSaid(facts);
  if (recommendations) return `the list of what must improve has ${what}`;
  if (speaker === 'council') return `the council speaks of ${what}`;
  if (speaker === 'press') return `the press writes of ${what}`;
  if (facts.isAbsence) return `inspectors write of an absence of ${what}`;
  const voice = facts.concepts.find(({ isVoice }) => isVoice);
  if (voice) return voiceSaid(voice, what, facts);
  return `inspectors ${VERBS[tone ?? 'none']} ${what}`;
}

/** "inspectors tell of praise by foster carers, on foster carers' support" */
function voiceSaid({ rings }: SoughtConcept, what: string, { kind, concepts }: Counted): string {
  const who = rings.map(({ name }) => name.slice('what '.length, -' said'.length)).join(' or ');
  const on = concepts.some(({ isVoice }) => !isVoice) ? `, on ${what}` : '';
  const told = { praise: `of praise by ${who}`, criticism: `of criticism by ${who}` };
  return `inspectors tell ${kind.tone ? told[kind.tone] : `what ${who} said`}${on}`;
}

/** Whom a fault happens to is not criticised: "write critically of care leavers". */
const VERBS = {
  praise: 'write with praise of',
  criticism: 'write critically of',
  none: 'write of',
} as const;

/** How the councils of a number were counted, in one line. */
export function howCounted(facts: Counted): string {
  const { kind, isFault, isAbsence, read } = facts;
  const what = subjectWith(facts, false);
  const marked =
    kind.tone === 'criticism'
      ? ' that are marked as criticism, say that it falls short or stand on the list of what must improve'
      : kind.tone === 'praise'
        ? ' that are marked as praise'
        : kind.recommendations
          ? ' of the list of what must improve'
          : '';
  const where = {
    newest: 'in each council’s newest full inspection whose text is held',
    meant: 'in the reports of the time or kind asked about',
    all: 'in all reports held',
  }[read.which];
  const doubt = kind.tone
    ? '; a tone is marked only where it is certain'
    : isFault && !isAbsence
      ? '; praise for what keeps it away is left out'
      : '';
  return `How this was counted: sentences on ${what}${sameSaid(facts)}${marked}, ${where}${doubt}.`;
}

/** How many names of a narrow thing are told. */
const NAMES_TOLD = 4;

/** "“siblings” (or “brothers and sisters”)": what else was counted as the asker's words. */
function sameSaid({ concepts, inOtherWords }: Counted): string {
  const names = concepts.flatMap(({ rings, texts }) =>
    rings.flatMap(({ names: all }) =>
      all.filter((name) => !texts.includes(name)).slice(0, NAMES_TOLD),
    ),
  );
  if (names.length === 0 || inOtherWords) return '';
  return ` or what means the same (${names.map((name) => `“${name}”`).join(', ')} …)`;
}
