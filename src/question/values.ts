/**
 * How grades went: `left` and `lost` are out of the grade that follows, `reached` is to it, and
 * `returned` to it once more; `once` is of any time before the newest, `again` of both; `fallen` is
 * down at any time.
 */
export type Movement =
  | 'changed'
  | 'improved'
  | 'declined'
  | 'fallen'
  | 'unchanged'
  | 'not_improved'
  | 'not_declined'
  | 'again'
  | 'left'
  | 'once'
  | 'lost'
  | 'reached'
  | 'returned'
  | 'always'
  | 'not_always'
  | 'otherwise'
  | 'held'
  | 'ever';

/**
 * `above` and `below` are of the grade that follows; `at_least` and `at_most` of it or beyond.
 * `without`: all but what follows, or none of it; `outside` is of a place that follows.
 */
export type Negation =
  | 'not'
  | 'without'
  | 'outside'
  | 'never'
  | 'above'
  | 'below'
  | 'at_least'
  | 'at_most';

/**
 * `previous` is the one before the newest; `longest` and `shortest` are of times between; `first`
 * and `last` are of councils by when something came to them ("the first council to be good").
 */
export type Order =
  | 'newest'
  | 'previous'
  | 'consecutive'
  | 'oldest'
  | 'first'
  | 'last'
  | 'longest_ago'
  | 'longest'
  | 'shortest'
  | 'best'
  | 'worst'
  | 'most'
  | 'fewest';

/** A thing asked for by its name. */
export type CommandAsked =
  | 'timeline'
  | 'sources'
  | 'coverage'
  | 'cite'
  | 'link'
  | 'help'
  | 'greeting'
  | 'digest';

/**
 * What an everyday word says of an area: `strong` is good or better, `weak` below good, `top`
 * outstanding and `failing` inadequate.
 */
export type LayGrade = 'strong' | 'weak' | 'top' | 'failing';
