import type { LocalAuthority } from '../domain/authority.js';
import { capitalised, citePassage } from '../domain/citation.js';
import { visitTitle } from '../domain/visit.js';
import type { Hit } from '../search/passage-index.js';
import type { Query } from '../search/query.js';
import type { Answer, Section } from './answer.js';
import type { AnswerContext } from './context.js';
import { pointOf, withoutRepeats } from './points.js';
import { checkedLine, councilLabel, emptyAnswer, furtherChoices, spokenLine } from './said.js';

const MOST = 5;

/** The passages that answer a free question, best first, each quoted and cited. */
export function passages(
  authority: LocalAuthority,
  named: boolean,
  query: Query,
  hits: Hit[],
  context: AnswerContext,
): Answer {
  const ranked = withoutRepeats(hits.map((hit) => hit.passage));
  const shown = ranked.slice(0, MOST);
  const best = shown[0];
  const sections: Section[] = [];
  for (const recorded of shown) {
    const heading = capitalised(visitTitle(recorded.visit));
    const last = sections.at(-1);
    if (last?.heading === heading) last.points.push(pointOf(recorded));
    else sections.push({ heading, lines: [], points: [pointOf(recorded)] });
  }
  const more = ranked.length - shown.length;
  return {
    ...emptyAnswer('passages', query.text),
    authority,
    headline: `${councilLabel(authority, named)}. ${best ? spokenLine(citePassage(best)) : ''}`,
    notes: notOfsteds(query, shown[0]),
    sections,
    closing: [
      ...(more > 0
        ? [`${more} more ${more === 1 ? 'passage matches' : 'passages match'} less closely.`]
        : []),
      checkedLine(context, authority),
    ],
    choices: furtherChoices(authority, 'passages'),
    citations: shown.map(citePassage),
  };
}

/** A question after Ofsted's words whose best match are somebody else's is told so first. */
function notOfsteds({ words }: Query, best: Hit['passage'] | undefined): string[] {
  const asked = words.some((word) => /^(ofsted|inspectors?|inspectorate)$/.test(word));
  const speaker = best?.passage.speaker;
  if (!asked || !speaker || (speaker.kind !== 'council' && speaker.kind !== 'office_holder'))
    return [];
  return ['The closest words in the record are not Ofsted’s: see below whose they are.'];
}
