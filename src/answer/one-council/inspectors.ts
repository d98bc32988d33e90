import type { Visit } from '../../domain/visit.js';
import { spansOf } from '../../question/index.js';
import type { AskedOfOne } from '../asked.js';
import { type About, aboutOf, visitsMeant } from './about.js';
import { foundAt, type VisitsFacts } from './visits.js';

/** Who led a visit. */
export type Led = { visit: Visit; inspector: string };

/**
 * The visits meant whose lead inspector is known, newest first, with what they found; those led by
 * `named` alone, where the question names inspectors.
 */
export type InspectorsFacts = { about: About; named: string[]; led: Led[]; found: VisitsFacts };

export function inspectors(asked: AskedOfOne): InspectorsFacts {
  const named = spansOf(asked.question, 'inspector')
    .map(({ value }) => value)
    .filter((value) => value !== 'asked');
  const led = visitsMeant(asked).flatMap((visit): Led[] =>
    visit.leadInspector !== null && (named.length === 0 || named.includes(visit.leadInspector))
      ? [{ visit, inspector: visit.leadInspector }]
      : [],
  );
  return {
    about: aboutOf(asked),
    named,
    led,
    found: foundAt(
      asked,
      led.map(({ visit }) => visit),
    ),
  };
}
