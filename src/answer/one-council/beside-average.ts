import type { LocalAuthority } from '../../domain/authority.js';
import { Grade } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import { says, spansOf } from '../../question/index.js';
import type { AskedOfOne } from '../asked.js';
import { gradeOf, inspectionsHeld } from '../grades/council-grades.js';
import { type About, aboutOf } from './about.js';

/** How many of some councils have which overall grade, best first. */
export type Beside = { name: string; counts: { grade: Grade; count: number }[] };

/**
 * The newest overall grade of one council, `null` where none is held, and how many have which of
 * the councils that it is held against: those asked for first (all that exist, where none are
 * named), then its region, its statistical neighbours and all.
 */
export type BesideAverageFacts = {
  about: About;
  own: { recorded: RecordedJudgement; grade: Grade } | null;
  groups: Beside[];
};

/** Where a council's overall grade stands among those of others: grades have no average. */
export function besideAverage(asked: AskedOfOne): BesideAverageFacts {
  const { authority, context } = asked;
  const newestOf = (council: LocalAuthority) => {
    const [newest] = inspectionsHeld(council, context);
    return newest ? gradeOf(['overall'], newest, context) : null;
  };
  const existing = context.covered.filter(({ ended }) => !ended);
  const groups = groupsOf(asked).map(({ name, isIn }): Beside => {
    const all = existing.filter(isIn).flatMap((council) => newestOf(council)?.grade ?? []);
    const counts = Grade.options.map((grade) => ({
      grade,
      count: all.filter((each) => each === grade).length,
    }));
    return { name, counts: counts.filter(({ count }) => count > 0) };
  });
  return { about: aboutOf(asked), own: newestOf(authority), groups };
}

type Group = { name: string; isIn: (council: LocalAuthority) => boolean };

/** The groups that a council is held against, the one that the question names first. */
function groupsOf({ question, authority }: AskedOfOne): Group[] {
  const { region, neighbours, urn: own } = authority;
  const isOfRegion = spansOf(question, 'councils').some(({ value }) => value === 'by_region');
  const named = spansOf(question, 'place').filter(({ value }) => value.type !== 'everywhere');
  const england: Group = { name: 'England', isIn: () => true };
  const ofRegion: Group = { name: region, isIn: (council) => council.region === region };
  const near: Group[] = neighbours
    ? [
        {
          name: 'its statistical neighbours and itself',
          isIn: ({ urn }) => urn === own || neighbours.includes(urn),
        },
      ]
    : [];
  const ofPlaces = named.map(
    ({ value: { name, councils } }): Group => ({
      name,
      isIn: ({ urn }) => councils.some((council) => council.urn === urn),
    }),
  );
  const asked = [
    ...ofPlaces,
    ...(isOfRegion ? [ofRegion] : []),
    ...(says(question, 'neighbours') ? near : []),
  ];
  const all = [...asked, england, ofRegion, ...near];
  return all.filter(({ name }, i) => all.findIndex((other) => other.name === name) === i);
}
