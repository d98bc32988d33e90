import type { Urn } from '../domain/authority.js';
import type { RecordedDocument } from '../domain/document.js';
import { InspectionError } from '../domain/errors.js';
import type { InspectionRecord } from '../domain/record.js';
import type { Parsed } from './read-json.js';

/**
 * A document of the record and its file: `file` as people are told of it, `path` as the system
 * finds it.
 */
export type RecordFile = {
  file: string;
  path: string;
  imported: boolean;
  document: RecordedDocument;
};

/** A file as read, good or not. */
export type CandidateFile = Omit<RecordFile, 'document'> & { content: Parsed<RecordedDocument> };

/** The sentence about a file that stops the start. */
export const badFile = (file: string, reason: string): string =>
  `${file}: ${reason}; correct the file or restore it.`;

type Known = { urns: Set<Urn>; themes: Set<string> };

/**
 * The files that can be used, imported ones last, and the imported ones that cannot, with the
 * reason. Files that are not imported are judged first and by themselves, so that nothing imported
 * can damage them. With `null` for what is `known` every file was found good before, and only one
 * that cannot be read is not.
 * @throws InspectionError naming the file, the field and what was expected, where a file that was
 *   not imported is bad.
 */
export function acceptFiles(
  candidates: CandidateFile[],
  known: Known | null,
): { files: RecordFile[]; problems: InspectionRecord['problems'] } {
  const problems: InspectionRecord['problems'] = [];
  const reject = ({ file, imported }: Pick<RecordFile, 'file' | 'imported'>, reason: string) => {
    if (!imported) throw new InspectionError(badFile(file, reason));
    problems.push({ file, reason: `${reason}; import the document again or remove the file` });
    return [];
  };

  const ids = new Map<string, RecordFile>();
  const sound = ({ content, ...where }: CandidateFile): RecordFile[] => {
    if (content.reason !== null) return reject(where, content.reason);
    const file = { ...where, document: content.value };
    const fault = known && (ownFault(file.document, known) ?? takenId(file, ids));
    if (fault) return reject(where, fault);
    ids.set(file.document.source.id, file);
    return [file];
  };
  const resolved = (files: RecordFile[], declared: Set<string>): RecordFile[] =>
    known === null
      ? files
      : files.flatMap((file) => {
          const missing = unresolved(file.document, declared);
          return missing ? reject(file, missing) : [file];
        });

  const own = candidates.filter((c) => !c.imported).flatMap(sound);
  const shipped = resolved(own, declaredVisits(own));
  let imported = candidates.filter((c) => c.imported).flatMap(sound);
  for (let before = -1; before !== imported.length; ) {
    before = imported.length;
    imported = resolved(imported, declaredVisits([...shipped, ...imported]));
  }
  return { files: [...shipped, ...imported], problems: problems.sort(byFile) };
}

const byFile = (a: { file: string }, b: { file: string }): number => (a.file < b.file ? -1 : 1);

const declaredVisits = (files: RecordFile[]): Set<string> =>
  new Set(files.flatMap((f) => f.document.visits.map((v) => v.id)));

/** What is wrong with a document by itself, or nothing. */
function ownFault({ urn, passages, judgements }: RecordedDocument, known: Known): string | null {
  if (!known.urns.has(urn)) return `urn: the register of authorities has no ${urn}`;
  const seen = new Set<string>();
  for (const [i, passage] of passages.entries()) {
    if (seen.has(passage.id)) return `passages[${i}].id: "${passage.id}" is used twice`;
    seen.add(passage.id);
    const j = passage.themes.findIndex((theme) => !known.themes.has(theme));
    if (j >= 0)
      return `passages[${i}].themes[${j}]: themes.json has no theme "${passage.themes[j]}"`;
  }
  for (const [i, { visit, area }] of judgements.entries()) {
    const key = `${visit}/${area}`;
    if (seen.has(key)) return `judgements[${i}]: ${area} is graded twice for the visit "${visit}"`;
    seen.add(key);
  }
  return null;
}

/**
 * Two documents may not share an id, unless the later one is the full text of the one whose facts
 * alone are held, or of the same visit.
 */
function takenId({ document }: RecordFile, ids: Map<string, RecordFile>): string | null {
  const { id, sha256 } = document.source;
  const other = ids.get(id);
  const own = new Set(document.visits.map((visit) => visit.id));
  const completes =
    other?.document.source.holds === 'facts' &&
    document.source.holds === 'passages' &&
    (other.document.source.sha256 === sha256 ||
      other.document.visits.some((visit) => own.has(visit.id)));
  return other && !completes ? `source.id: "${id}" is the id of ${other.file}` : null;
}

function unresolved(document: RecordedDocument, declared: Set<string>): string | null {
  for (const list of ['passages', 'judgements'] as const)
    for (const [i, { visit }] of document[list].entries())
      if (!declared.has(visit)) return `${list}[${i}].visit: no file declares the visit "${visit}"`;
  return null;
}
