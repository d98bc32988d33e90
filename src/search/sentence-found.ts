import type { Tone } from '../domain/passage.js';
import type { RecordedPassage } from '../domain/record.js';

/**
 * A sentence that is on everything sought: its passage narrowed to it, with the tone that it has.
 * `isLiteral`: all is said in the asker's own words or in what inspectors write for them;
 * `isExact`: what the asker calls as inspectors do ("wait") is said so; `isMeant`: what is named
 * more narrowly than a theme is said by its name or by what means the same; `isTermSaid`: what is
 * named by a term of the inspectors' own is; `isOwn`: all is in the asker's own words; `asked`:
 * the share (0–1) of what is asked that it says, so that of two on a theme the nearer to the
 * question comes first. `isDenied`: it says that there is none of it, `isOfNobody` that it is true
 * of nobody, `isAbsent` so outright, `isShort` that it falls short, `isLacking` that somebody does
 * not get it or come to it, `isExcess` that there is too much of it, `isMuch` that or that there
 * is much, `isLessened` that there is less than there was, `isInstead` that something else is in
 * its place, `isHandled` that it is known of, weighed or responded to.
 * `isFocused`: it begins with it, so that it is about nothing else;
 * `isPassing`: it only names it as one of several ("including …"). `isSubject`: it is about it, by
 * its main clause; `isIncidental`: it names it at its end, being about something else; `isAside`:
 * it names it only as what something is for, what is planned or when something is so;
 * `isConceded`: in a clause that is set against the rest of the sentence. `isWhole`: it has the
 * optional words too; `lacksCommon`: all but some that nearly every report has; `isNear`: it says
 * all of it in one place; `isOfPlace`: of whom it is only its place tells; `isOfThem`: it names
 * the very workers asked about, `hasVerb`: what is not done with it; `isUndone`: it says that the
 * act asked for is left undone; `isToneApart`: its tone is said in another clause than that which
 * names what is sought. `leans`: it cannot be read without the sentence before, which is shown
 * with it; `isTorn`: its passage has none before.
 */
export type SentenceFound = {
  recorded: RecordedPassage;
  tone: Tone;
  isLiteral: boolean;
  isExact: boolean;
  isMeant: boolean;
  isTermSaid: boolean;
  isOwn: boolean;
  asked: number;
  isDenied: boolean;
  isOfNobody: boolean;
  isAbsent: boolean;
  isShort: boolean;
  isLacking: boolean;
  isExcess: boolean;
  isMuch: boolean;
  isLessened: boolean;
  isHandled: boolean;
  isInstead: boolean;
  isFocused: boolean;
  isPassing: boolean;
  isSubject: boolean;
  isIncidental: boolean;
  isAside: boolean;
  isConceded: boolean;
  isWhole: boolean;
  lacksCommon: boolean;
  isNear: boolean;
  isOfPlace: boolean;
  isOfThem: boolean;
  hasVerb: boolean;
  isUndone: boolean;
  isToneApart: boolean;
  leans: boolean;
  isTorn: boolean;
};

/** A sentence of which nothing is said yet: what is found of it is set over this. */
export const SAYS_NOTHING: Omit<SentenceFound, 'recorded' | 'tone'> = {
  isLiteral: false,
  isExact: false,
  isMeant: false,
  isTermSaid: false,
  isOwn: false,
  asked: 0,
  isDenied: false,
  isOfNobody: false,
  isAbsent: false,
  isShort: false,
  isLacking: false,
  isExcess: false,
  isMuch: false,
  isLessened: false,
  isHandled: false,
  isInstead: false,
  isFocused: false,
  isPassing: false,
  isSubject: false,
  isIncidental: false,
  isAside: false,
  isConceded: false,
  isWhole: false,
  lacksCommon: false,
  isNear: false,
  isOfPlace: false,
  isOfThem: false,
  hasVerb: false,
  isUndone: false,
  isToneApart: false,
  leans: false,
  isTorn: false,
};

/** Whether a sentence says of the very thing that it falls short, whatever else it says. */
export const fallsShort = ({
  isDenied,
  isShort,
  isLacking,
  isExcess,
}: Pick<SentenceFound, 'isDenied' | 'isShort' | 'isLacking' | 'isExcess'>): boolean =>
  isDenied || isShort || isLacking || isExcess;
