import type { AnswerContext } from '../../answer/index.js';
import type { AlertPlace } from '../../domain/alert.js';
import type { LocalAuthority } from '../../domain/authority.js';
import { type Question, spansOf } from '../../question/index.js';
import { DigestProblem } from '../settings/problem.js';

/**
 * The councils that a text names: one by one, by region or county, by type, or as the statistical
 * neighbours of one. None where it names none, or all of England.
 * @throws DigestProblem where neighbours are meant and it is not known whose, or which they are.
 */
export function placesIn(
  question: Question,
  { record }: AnswerContext,
  own: LocalAuthority | null,
): AlertPlace[] {
  const councils = spansOf(question, 'council').map(({ value }) => value);
  const [near] = spansOf(question, 'neighbours');
  const groups = [...spansOf(question, 'place'), ...spansOf(question, 'council_type')].map(
    ({ value }) => value,
  );
  if (groups.some((group) => 'type' in group && group.type === 'everywhere')) return [];
  const former = spansOf(question, 'former_council').flatMap(({ value }) => value.successors);
  const named = near ? neighboursOf(councils[0] ?? own, record.authorities) : councils.map(placeOf);
  const all = [
    ...named,
    ...former.map(placeOf),
    ...groups.map(({ name, councils: members }) => ({
      name: /^(?:North|South|East|West)\b/.test(name) ? `the ${name}` : name,
      urns: members.map(({ urn }) => urn),
    })),
  ].filter(({ urns }) => urns.length > 0);
  return [...new Map(all.map((place) => [place.name, place])).values()];
}

export const placeOf = ({ name, urn }: LocalAuthority): AlertPlace => ({ name, urns: [urn] });

function neighboursOf(council: LocalAuthority | null, authorities: LocalAuthority[]): AlertPlace[] {
  if (!council)
    throw new DigestProblem(
      'Say whose neighbours: like “/ofsted alert neighbours of Kent”.',
      'places',
    );
  const known = new Set(authorities.map(({ urn }) => urn));
  const urns = (council.neighbours ?? []).filter((urn) => known.has(urn));
  if (urns.length === 0)
    throw new DigestProblem(
      `The statistical neighbours of ${council.name} are not known here: name the councils.`,
      'places',
    );
  return [{ name: `the statistical neighbours of ${council.name}`, urns }];
}
