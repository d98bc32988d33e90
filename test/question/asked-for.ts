import type { Question, Span } from '../../src/question/index.js';
import { placesOf } from '../../src/question/index.js';

/**
 * What a question says that tells: each span as its kind and value, in order. Left out is what
 * carries nothing ("please", "Ofsted", "our"), and a theme whose words say something else too.
 */
export function tellingSpans({ spans }: Question): string {
  const told = spans.filter((span) => !carriesNothing(span));
  const taken = new Set(told.filter(({ kind }) => kind !== 'theme').flatMap(placesOf));
  return told
    .filter((span) => span.kind !== 'theme' || !placesOf(span).some((at) => taken.has(at)))
    .map(said)
    .filter((each, i, all) => all.indexOf(each) === i)
    .join(', ');
}

const carriesNothing = ({ kind, value }: Span): boolean =>
  kind === 'filler' ||
  (kind === 'speaker' && value === 'ofsted') ||
  (kind === 'councils' && value === 'ours') ||
  (kind === 'command' && value === 'greeting');

/** A span as "kind value". */
function said({ kind, value }: Span): string {
  const of = (what: string) => `${kind} ${what}`;
  switch (kind) {
    case 'period':
      return of(`${value.from} to ${value.to}${value.asOf ? ', its end' : ''}`);
    case 'visit':
      return of(`${value.kind ?? 'any'}${value.ordinal ? ` ${value.ordinal}` : ''}`);
    case 'streak':
      return of(`${value.count}${value.latest ? ' newest' : ''}`);
    case 'theme':
      return of(value.map(({ id }) => id).join(' or '));
    case 'area':
      return of(value.join(' or '));
    case 'out_of_scope':
      return of(value.id);
    case 'council':
    case 'former_council':
    case 'place':
    case 'council_type':
      return of(value.name);
    default:
      return value === 'asked' ? kind : of(String(value));
  }
}
