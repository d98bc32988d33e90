import { type Citation, citationLink } from '../domain/citation.js';
import { sourceLink } from '../domain/links.js';
import { cleanText, mentionsParticularCase, spansOf } from '../question/index.js';
import type { Answer, FirstScreen } from './answer.js';
import type { AnswerContext } from './context.js';
import { firstScreen } from './first-screen.js';
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
  if (mentionsParticularCase(cleanText(`${council} ${question}`)))
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
  const citation = citationShown(answer, first);
  const link = citation ? citationLink(citation) : null;
  return {
    ...{ kind, status, error: null },
    outputs: say.stepOutputs(first, citation, link?.url ?? pageOf(authority.urn)),
  };
}

/** The citation that is shown first or, where none is quoted, the best one. */
const citationShown = ({ citations }: Answer, { points: [first] }: FirstScreen): Citation | null =>
  citations.find(({ quote }) => quote === first?.quote) ?? citations[0] ?? null;

/** Ofsted's page of a council. */
const pageOf = (urn: string): string =>
  sourceLink({ url: null, publisher: 'Ofsted' }, urn)?.url ?? '';

const inVain = (
  error: string,
  kind: Answer['kind'] = 'help',
  status: Answer['status'] = 'ambiguous',
): StepAnswer => ({ outputs: null, error, kind, status });
