import type { LocalAuthority } from '../domain/authority.js';
import {
  asksForAlert,
  cleanText,
  isAboutSomebody,
  isCapitalised,
  isCrowded,
  isTangled,
  LONGEST_QUESTION,
  mentionsParticularCase,
  namesSomebody,
  says,
  spansOf,
  textToCheck,
} from '../question/index.js';
import {
  type Chosen,
  notUnderstood,
  ownMeant,
  severalMeant,
  strangers,
  withOthersNamed,
  withoutStrangers,
} from './ask-back.js';
import type { Asked, AskedOfSeveral } from './asked.js';
import { runClaims } from './claims.js';
import type { AnswerContext } from './context.js';
import { aboutNeighbours, alone } from './councils-named.js';
import { besideOthers, ofFormer } from './former-councils.js';
import {
  INTENTS_OF_ALL,
  INTENTS_OF_ANY,
  INTENTS_OF_ONE,
  INTENTS_OF_SEVERAL,
  shownExamples,
} from './intents/index.js';
import { narrowedByVisits } from './narrowed.js';
import { withAnsweredChoices } from './offered.js';
import { besideOthersUnnamed } from './only-one.js';
import { withReadAs } from './read-as.js';
import { recordingSearches } from './recording-searches.js';
import { councilsMeant, route } from './route.js';
import { ofWhichCouncil, type Run } from './run-result.js';
import { saidOfOne } from './said-of-one.js';
import { type Scope, scopeOf } from './scope.js';
import { eachAlone } from './several/each-alone.js';
import { comparedWithMany } from './several/group.js';
import { aboutTimesMeant } from './since-graded.js';
import { untilOf } from './until.js';
import { wordEachAlone } from './wording/each-alone.js';
import { withFrameworksInWords } from './wording/frameworks-in-words.js';
import { helpAnswer } from './wording/help.js';
import { tangledAnswer, unknownWordAnswer } from './wording/not-understood.js';
import { notesOnReading } from './wording/notes.js';
import { noPreviousAnswer } from './wording/previous-inspection.js';
import {
  adviceAnswer,
  alertAnswer,
  emptyRecordAnswer,
  noneInScopeAnswer,
  notCoveredAnswer,
  withNeighboursNote,
} from './wording/replies.js';
import { chooseAnswer } from './wording/which-council.js';

/**
 * Answers a question in whatever words it comes. Pure but for the day, which the context gives: the
 * same record, text and day give the same run. Never throws for what somebody typed.
 */
export function runQuestion(text: string, context: AnswerContext): Run {
  const run = withReadAs(read(text, context), context);
  return { ...run, answer: withAnsweredChoices(run.answer, (each) => read(each, context)) };
}

function read(text: string, context: AnswerContext): Run {
  const claims = textToCheck(text);
  // A question is looked at for names when it has been read.
  if (claims === null ? mentionsParticularCase(text) : isAboutSomebody(text, context))
    return { question: null, intent: 'advice', searches: [], answer: adviceAnswer() };
  if (claims) return runClaims(claims, context, (each) => runQuestion(each, context));
  const { recording, searches } = recordingSearches(context);
  const question = context.reader.read(text, context.today());
  const { intent, answer } = choose({ question, context: recording });
  const isCut = cleanText(text).length > LONGEST_QUESTION;
  const notes = intent === 'advice' ? [] : notesOnReading(question, isCut, answer.headline);
  const until = untilOf(answer, question, context);
  const table = answer.table && withFrameworksInWords(answer.table);
  const noted = { ...answer, table, notes: [...notes, ...answer.notes], until };
  return { question, intent, searches, answer: noted };
}

function choose(asked: Asked): Chosen {
  const { question, context } = asked;
  if (namesSomebody(question, context.reader.isKnown))
    return { intent: 'advice', answer: adviceAnswer() };
  const said = saidOfOne(asked);
  if (said) return said;
  if (asksForAlert(question)) return { intent: 'alert', answer: alertAnswer(asked) };
  if (question.tokens.length === 0)
    return { intent: 'help', answer: helpAnswer(asked, shownExamples()) };
  const beside = besideOthersUnnamed(asked);
  if (beside) return beside;
  const compared = comparedWithMany(asked);
  if (compared) {
    const { intent, answer } = ofSeveral(compared);
    return { intent, answer: says(question, 'neighbours') ? withNeighboursNote(answer) : answer };
  }
  const near = aboutNeighbours(asked);
  if (near) {
    const { intent, answer } = ofAll({ ...asked, question: near });
    return { intent, answer: withNeighboursNote(answer) };
  }
  const ofAny = route(INTENTS_OF_ANY, question);
  if (ofAny?.unused.length === 0)
    return { intent: ofAny.intent.id, answer: ofAny.intent.answer(asked) };
  const [former] = spansOf(question, 'former_council');
  const isOne = former && !says(question, 'council');
  if (isOne) return ofFormer(former.value, asked, (own, about) => ofOne(own, true, about));
  if (former) return besideOthers(asked, ofMeant);
  return ofMeant(asked);
}

function ofMeant(asked: Asked): Chosen {
  const { question, context } = asked;
  const meant = councilsMeant(question, context);
  switch (meant.scope) {
    case 'none':
      return { intent: 'empty record', answer: emptyRecordAnswer(asked) };
    case 'not covered':
      return { intent: 'not covered', answer: notCoveredAnswer(meant.authority, asked) };
    case 'one':
      return withOthersNamed(ofOne(meant.authority, meant.named, alone(asked)), asked);
    case 'several':
      return withOthersNamed(ofSeveral({ ...asked, authorities: meant.authorities }), asked);
    case 'all':
      return ofAll(asked);
  }
}

function ofSeveral(asked: AskedOfSeveral): Chosen {
  const routed = route(INTENTS_OF_SEVERAL, asked.question);
  if (routed?.unused.length !== 0) return notUnderstood(routed, asked);
  const answer = routed.intent.answer(asked);
  const intent = routed.intent.id;
  if (answer.status !== 'ambiguous') return { intent, answer };
  const answers = eachAlone(
    asked,
    (own, question) => ofOne(own, true, { ...asked, question }).answer,
  );
  return { intent, answer: answers ? wordEachAlone(answers, asked) : answer };
}

/**
 * Where no council was named, a word that nobody knows may be the name of another place: then no
 * grade, visit or list is given, lest one council's be taken for another's; one written as a name
 * gets no answer at all.
 */
function ofOne(authority: LocalAuthority, named: boolean, given: Asked): Chosen {
  const { context } = given;
  const question = aboutTimesMeant(given.question, authority, context);
  if (!question)
    return { intent: 'no previous inspection', answer: noPreviousAnswer(authority, given) };
  const asked = { ...given, question };
  const mayBeElsewhere = !named && strangers(asked).length > 0;
  if (mayBeElsewhere && strangers(asked).some((word) => word.start > 0 && isCapitalised(word))) {
    const answer = unknownWordAnswer(withoutStrangers(asked), scopeOf(question, context), asked);
    return severalMeant(asked) ?? { intent: 'unknown word', answer };
  }
  const routed = route(
    mayBeElsewhere ? INTENTS_OF_ONE.filter(({ isFree }) => isFree) : INTENTS_OF_ONE,
    question,
  );
  if (routed?.unused.length !== 0) return notUnderstood(routed, asked);
  const answer = routed.intent.answer({ ...asked, authority, named });
  const several = named || answer.reason !== 'no_match' ? null : severalMeant(asked);
  return several ?? { intent: routed.intent.id, answer };
}

function ofAll(asked: Asked): Chosen {
  const all = scopeOf(asked.question, asked.context);
  return narrowedByVisits(asked, all, ofScope) ?? ofScope(asked, all);
}

function ofScope(asked: Asked, scope: Scope): Chosen {
  const { question } = asked;
  if (scope.authorities.length === 0)
    return { intent: 'not covered', answer: noneInScopeAnswer(scope, asked) };
  const routed = route(INTENTS_OF_ALL, question);
  const isExact = routed?.unused.length === 0;
  if (isExact && !routed.intent.isFree) {
    const { id: intent, holdsApart } = routed.intent;
    const isMixed = isCrowded(question, routed.intent.holdsSeveral ?? []);
    if (isMixed || (holdsApart && isTangled(question, holdsApart)))
      return { intent, answer: tangledAnswer(asked) };
    return { intent, answer: routed.intent.answer({ ...asked, scope }) };
  }
  if (strangers(asked).length > 0 && (isExact || !routed)) {
    const answer = unknownWordAnswer(withoutStrangers(asked), scope, asked);
    return severalMeant(asked) ?? { intent: 'unknown word', answer };
  }
  const own = isExact ? ownMeant(asked, scope) : null;
  if (own) return own;
  const ofOneCouncil = route(INTENTS_OF_ONE, question);
  if (ofOneCouncil?.unused.length === 0 && !ofOneCouncil.intent.isFree) {
    const answer = chooseAnswer(scope.authorities, asked, question.text, 'none named');
    return { intent: ofWhichCouncil(ofOneCouncil.intent.id), answer };
  }
  if (!isExact) return notUnderstood(routed, asked);
  const answer = routed.intent.answer({ ...asked, scope });
  if (answer.reason !== 'no_match') return { intent: routed.intent.id, answer };
  // Where no passage has them, the words that keep a list from being given are not understood; a
  // theme is, and nothing was found on it.
  const listed = route(
    INTENTS_OF_ALL.filter(({ isFree }) => !isFree),
    question,
  );
  const isUnderstood = listed?.unused.every(({ features }) => features.includes('theme'));
  const found = { intent: routed.intent.id, answer };
  return severalMeant(asked) ?? (listed && !isUnderstood ? notUnderstood(listed, asked) : found);
}
