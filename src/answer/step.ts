import { type Citation, citationLink } from '../domain/citation.js';
import { sourceLink } from '../domain/links.js';
import type { Visit } from '../domain/visit.js';
import { cleanText, mentionsParticularCase, spansOf } from '../question/index.js';
import type { Answer, FirstScreen } from './answer.js';
import type { AnswerContext } from './context.js';
import { firstScreen } from './first-screen.js';
import { inspectionsHeld } from './grades/council-grades.js';
import { runQuestion } from './run.js';
import * as say from './wording/step.js';

export type StepAnswer = Pick<Answer, 'kind' | 'status'> &
  (
    | { outputs: say.StepOutputs; error: null }
    /** A sentence on why there is no answer, and what to do. */
    | { outputs: null; error: string }
  );

/**
 * Answers a question about one council for a workflow, in which nobody can be asked back: it is
 * answered, or one sentence says what to change.
 */
export function answerForStep(
  council: string,
  question: string,
  context: AnswerContext,
): StepAnswer {
  if (mentionsParticularCase(`${council} ${question}`))
    return inVain(say.particularCase(), 'advice');
  const name = cleanText(council);
  if (name === '') return inVain(say.noCouncil());
  if (cleanText(question) === '') return inVain(say.noQuestion());
  const match = context.reader.councils.resolve(name);
  if (match.kind === 'none') return inVain(say.unknownCouncil(name));
  if (match.kind === 'many')
    return inVain(
      say.severalCouncils(
        name,
        match.candidates.map((each) => each.name),
      ),
    );
  const { authority } = match;
  if (!context.covered.some(({ urn }) => urn === authority.urn))
    return inVain(say.notCovered(authority));
  const read = context.reader.read(question, context.today());
  const named = spansOf(read, 'council').map(({ value }) => value);
  const other = named.find(({ urn }) => urn !== authority.urn);
  if (other) return inVain(say.otherCouncil(authority, other));
  const asked = named.length > 0 ? question : `${authority.name} ${question}`;
  const { answer } = runQuestion(asked, context);
  const { kind, status } = answer;
  if (kind === 'advice') return inVain(say.particularCase(), kind);
  if (status === 'not_covered') return inVain(say.notCovered(authority));
  if (status === 'ambiguous' || kind === 'help') return inVain(say.askedBack(answer), kind, status);
  if (status === 'nothing_found') return inVain(say.nothingFound(answer), kind, status);
  if (answer.authority?.urn !== authority.urn)
    return inVain(say.notOfOneCouncil(authority), kind, status);
  const first = firstScreen(answer);
  const [newest] = inspectionsHeld(authority, context);
  const citation = citationShown(answer, first, newest);
  const link = citation ? citationLink(citation) : null;
  return {
    ...{ kind, status, error: null },
    outputs: say.stepOutputs(first, citation, link?.url ?? pageOf(authority.urn)),
  };
}

/**
 * The citation that is quoted first. Where none is quoted, grades are cited, of which an answer may
 * compare more than it cites: it has a date where they are of the newest visit alone.
 */
function citationShown(
  { citations }: Answer,
  { points: [first] }: FirstScreen,
  newest: Visit | undefined,
): Citation | null {
  if (first) return citations.find(({ quote }) => quote === first.quote) ?? null;
  const [one = null] = citations;
  return citations.every(({ visit }) => visit.id === newest?.id) ? one : null;
}

/** Ofsted's page of a council. */
const pageOf = (urn: string): string =>
  sourceLink({ url: null, publisher: 'Ofsted' }, urn)?.url ?? '';

const inVain = (
  error: string,
  kind: Answer['kind'] = 'help',
  status: Answer['status'] = 'ambiguous',
): StepAnswer => ({ outputs: null, error, kind, status });
