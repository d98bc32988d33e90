import { isAnybody } from '../../../domain/acts.js';
import {
  actsAsked,
  type Question,
  spansOf,
  type VoiceAsked,
  voiceAsked,
} from '../../../question/index.js';
import {
  isInEverydayWords,
  ofRing,
  ofWords,
  type RingMet,
  type SoughtConcept,
  saysNothing,
  type ThemeNamed,
} from '../../../search/index.js';
import { asksWhatIsNot, kindAsked } from './kind-asked.js';

/**
 * What a question names beside what somebody does with it, or says of it: the themes and narrow
 * things that are left, what is done and who says so as concepts, and the places of their words.
 */
export type BesideActs = {
  themes: ThemeNamed[];
  rings: RingMet[];
  concepts: SoughtConcept[];
  places: number[];
};

type Placed = { places: number[] };
type Named = { themes: ThemeNamed[]; rings: RingMet[] };

/** Parts the acts that a question asks for, and whose words, from the things it names. */
export function besideActs(question: Question, named: Named): BesideActs {
  const voice = voiceAsked(question);
  const { themes, rings, said } = voice ? besideVoice(voice, named) : { ...named, said: [] };
  const tone = kindAsked(question).tone;
  const isNegated = asksWhatIsNot(question);
  const inRings = new Set(rings.flatMap(({ places }) => places));
  const inTerms = new Set(themes.flatMap((each) => (isInEverydayWords(each) ? [] : each.places)));
  const acts = actsAsked(question).flatMap(({ act, isUndone, text, at }) => {
    const isLeft = isUndone || tone === 'criticism' || isNegated;
    // Of what is neither praised nor left undone the things named say enough.
    if (!isLeft && tone !== 'praise') return [];
    if (at.some((place) => inRings.has(place) || inTerms.has(place))) return [];
    return [{ ...ofRing(act.done, text, at), act: { act, isUndone: isLeft }, isOptional: true }];
  });
  const ofActs = new Set([...acts.flatMap(({ places }) => places), ...notBefore(question, acts)]);
  // "Staff" in front of what is done are those who do everything.
  const isOther = (each: ThemeNamed | RingMet) =>
    !isWithinOrNobody(each, ofActs) && !(acts.length > 0 && isAnybody(each.words));
  return {
    rings: rings.filter(isOther),
    themes: themes.filter(isOther),
    concepts: [...(voice ? [ofVoice(voice)] : []), ...said, ...acts],
    places: [...ofActs, ...said.flatMap((each) => each.places), ...(voice?.at ?? [])],
  };
}

/** Whose words a sentence must tell, which nothing else says. */
const ofVoice = ({ ring, text, at }: VoiceAsked): SoughtConcept => ({
  ...ofRing(ring, text, at),
  isName: true,
  isVoice: true,
});

/**
 * The people who speak are named by that; and what is done to "them" is done to these people, and
 * to no children, so that its words decide.
 */
function besideVoice({ at }: VoiceAsked, named: Named): Named & { said: SoughtConcept[] } {
  const own = new Set(at);
  const isOther = (each: ThemeNamed | RingMet) => !isWithinOrNobody(each, own);
  const isToThem = ({ words }: ThemeNamed | RingMet) => words.includes('them');
  const [themes, rings] = [named.themes.filter(isOther), named.rings.filter(isOther)];
  const [toThem] = [...rings, ...themes].filter(isToThem);
  return {
    themes: themes.filter((each) => !isToThem(each)),
    rings: rings.filter((each) => !isToThem(each)),
    said: toThem ? [ofWords(toThem.text, toThem.places)] : [],
  };
}

/** Whether all that a name says stands at some places, whoever else it is said of. */
const isWithinOrNobody = ({ words, places }: ThemeNamed | RingMet, at: ReadonlySet<number>) =>
  places.some((place) => at.has(place)) &&
  places.every((place, i) => at.has(place) || saysNothing(words[i] ?? ''));

/** The words of denial right before an act, which are said of it ("not told"). */
function notBefore(question: Question, acts: Placed[]): number[] {
  const firsts = new Set(acts.map(({ places }) => Math.min(...places)));
  return spansOf(question, 'negation').flatMap(({ from, to }) => {
    const own = question.tokens.slice(from, to).map(({ at }) => at);
    const last = own.at(-1) ?? -1;
    return firsts.has(last + 1) || firsts.has(last + 2) ? own : [];
  });
}
