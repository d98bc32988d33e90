import { join } from 'node:path';
import { z } from 'zod';
import { Urn } from '../../../domain/authority.js';
import { Reason, ReasonCode } from '../../../domain/document.js';
import { Area, JudgementGrade } from '../../../domain/judgement.js';
import { VisitKind, Window } from '../../../domain/visit.js';
import { exists, filesIfAny } from '../../files.js';
import { readJson } from '../../read-json.js';
import type { Reading } from '../reading.js';
import { removeFile, writeWhole } from './atomic-write.js';
import { shortChecksum } from './record-document.js';

/**
 * What a person answers about one document, in a file beside the record. Only what is answered is
 * used; a grade is answered with the phrase that the document prints and its page, so that it can
 * be checked like any other. `seen` are the codes of reasons without a field that somebody looked
 * into, and that are open no more.
 */
export const Answers = z.strictObject({
  urn: Urn.nullable(),
  visit: z.array(Window).nullable(),
  published: z.iso.date().nullable(),
  leadInspector: z.string().min(1).nullable(),
  judgements: z.partialRecord(
    Area,
    z.strictObject({
      grade: JudgementGrade,
      printed: z.string().nullable(),
      page: z.number().int().positive().nullable(),
    }),
  ),
  seen: z.array(ReasonCode).default([]),
});
export type Answers = z.infer<typeof Answers>;

/**
 * `corrections-….json`: the open questions of one document, found by its checksum, and a person's
 * answers.
 */
export const Corrections = z.strictObject({
  format: z.literal(1),
  file: z.string(),
  sha256: z.string(),
  kind: VisitKind,
  title: z.string(),
  open: z.array(Reason),
  answers: Answers,
});
export type Corrections = z.infer<typeof Corrections>;

const NO_ANSWERS: Answers = {
  urn: null,
  visit: null,
  published: null,
  leadInspector: null,
  judgements: {},
  seen: [],
};

const NOTES = new Set([
  'recommendations_absent',
  'lead_inspector_unread',
  'numbering_gap',
  'duplicate',
]);

/** The reasons that a person should look into; the others are notes. */
export const openReasons = (reasons: Reason[]): Reason[] =>
  reasons.filter((r) => !NOTES.has(r.code));

/** The file with the questions about one document, which need not be there. */
export const pathOfQuestions = (folder: string, sha256: string): string =>
  join(folder, `corrections-${shortChecksum(sha256)}.json`);

/**
 * The answers given about a document; none where nobody was asked, or the file cannot be read
 * (`fault` says why).
 */
export async function answersFor(
  folder: string,
  sha256: string,
): Promise<{ answers: Answers; fault: string | null }> {
  const path = pathOfQuestions(folder, sha256);
  if (!(await exists(path))) return { answers: NO_ANSWERS, fault: null };
  const { value, reason } = await readJson(path, Corrections);
  return { answers: value?.answers ?? NO_ANSWERS, fault: reason };
}

/** The reading with a person's answers in place of what could not be read. */
export function withAnswers(reading: Reading, answers: Answers): Reading {
  const answered = new Set<string>();
  const given = <T>(field: string, answer: T | null | undefined, read: T): T => {
    if (answer === null || answer === undefined) return read;
    answered.add(field);
    return answer;
  };
  const judgements = reading.judgements.map((judgement) => {
    const answer = answers.judgements[judgement.area];
    return given(
      `judgements.${judgement.area}`,
      answer && { area: judgement.area, ...answer },
      judgement,
    );
  });
  const corrected: Reading = {
    ...reading,
    urn: given('urn', answers.urn, reading.urn),
    windows: given('visit', answers.visit, reading.windows),
    published: given('published', answers.published, reading.published),
    leadInspector: given('leadInspector', answers.leadInspector, reading.leadInspector),
    judgements,
  };
  const isOpen = ({ code, field }: Reason): boolean =>
    field === null ? !answers.seen.includes(code) : !answered.has(field);
  return { ...corrected, reasons: reading.reasons.filter(isOpen) };
}

/**
 * Writes what is open about a document, with the answers there are; a file with neither is removed.
 */
export async function saveQuestions(
  folder: string,
  facts: { file: string; sha256: string },
  reading: Reading,
  answers: Answers,
): Promise<void> {
  const path = pathOfQuestions(folder, facts.sha256);
  const open = openReasons(reading.reasons);
  const isAnswered = JSON.stringify(answers) !== JSON.stringify(NO_ANSWERS);
  if (open.length === 0 && !isAnswered) return removeFile(path);
  const { kind, title } = reading;
  const corrections: Corrections = { format: 1, ...facts, kind, title, open, answers };
  await writeWhole(path, `${JSON.stringify(corrections, null, 2)}\n`);
}

/**
 * Removes the questions about a document nobody has answered; answers stay for when it is imported
 * again.
 */
export async function removeQuestions(folder: string, sha256: string): Promise<void> {
  const { answers, fault } = await answersFor(folder, sha256);
  if (fault === null && JSON.stringify(answers) === JSON.stringify(NO_ANSWERS))
    await removeFile(pathOfQuestions(folder, sha256));
}

/**
 * Every file of questions in a folder, with its path; one that cannot be read has the reason
 * instead.
 */
export async function allCorrections(
  folder: string,
): Promise<
  ({ path: string } & ({ value: Corrections; reason: null } | { value: null; reason: string }))[]
> {
  const names = (await filesIfAny(folder)).filter((name) =>
    /(?:^|[\\/])corrections-[^\\/]*\.json$/.test(name),
  );
  return Promise.all(
    names.map(async (name) => ({
      path: join(folder, name),
      ...(await readJson(join(folder, name), Corrections)),
    })),
  );
}
