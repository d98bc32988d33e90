import type { LocalAuthority } from '../domain/authority.js';
import type { Question } from '../question/index.js';
import type { AnswerContext } from './context.js';
import type { Scope } from './scope.js';

/** A question, and what to answer it from. */
export type Asked = { question: Question; context: AnswerContext };

/** A question about one council, and whether it named it. */
export type AskedOfOne = Asked & { authority: LocalAuthority; named: boolean };

/** A question that names two councils or more. */
export type AskedOfSeveral = Asked & { authorities: LocalAuthority[] };

/** A question about all councils of the record, or those of a region or a type. */
export type AskedOfAll = Asked & { scope: Scope };
