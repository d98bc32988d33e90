import type { Tone } from '../domain/passage.js';
import type { RecordedPassage } from '../domain/record.js';

/**
 * A sentence that is on everything sought: its passage narrowed to it, with the tone that it has.
 * `isLiteral`: all is said in the asker's own words or in what inspectors write for them;
 * `isExact`: what the asker calls as inspectors do ("wait") is said so; `isMeant`: what is named
 * more narrowly than a theme is said by its name or by what means the same; `isOwn`: all is in the
 * asker's own words; `asked`: the share (0–1) of what is asked that it says, so that of two on a
 * theme the nearer to the question comes first. `isDenied`: it says that there is none of it.
 * `isFocused`: it begins with it, so that it is about nothing else; `isPassing`: it only names it
 * as one of several ("including …"). `isWhole`: it has the optional words too; `lacksCommon`: all
 * but some that nearly every report has; `isNear`: it says all of it in one place; `isOfPlace`:
 * of whom it is only its place tells; `isOfThem`: it names the very workers asked about. `leans`:
 * it cannot be read without the sentence before, which is shown with it; `isTorn`: its passage has
 * none before.
 */
export type SentenceFound = {
  recorded: RecordedPassage;
  tone: Tone;
  isLiteral: boolean;
  isExact: boolean;
  isMeant: boolean;
  isOwn: boolean;
  asked: number;
  isDenied: boolean;
  isFocused: boolean;
  isPassing: boolean;
  isWhole: boolean;
  lacksCommon: boolean;
  isNear: boolean;
  isOfPlace: boolean;
  isOfThem: boolean;
  leans: boolean;
  isTorn: boolean;
};
