import { randomId } from './random-id.js';

/** A file that an app uploaded: its bytes, and its kind by them. */
export type StoredFile = {
  id: string;
  name: string;
  title: string;
  bytes: Buffer;
  mimetype: string;
};

type Upload = { id: string; name: string; length: number; path: string; bytes: Buffer | null };

const UPLOAD_PATH = '/upload/v1/';
const MOST_FILES = 100;

/** The images that a block can show, by their first bytes. Source: Slack, "Slack file object". */
const IMAGES: readonly (readonly [start: string, mimetype: string])[] = [
  ['89504e470d0a1a0a', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
  ['474946383761', 'image/gif'],
  ['474946383961', 'image/gif'],
];

/** Whether a path is one that bytes are posted to. */
export const isUploadPath = (path: string): boolean => path.startsWith(UPLOAD_PATH);

/**
 * The files of a workspace, uploaded in Slack's three steps: an address is asked for, the bytes are
 * posted to it, and the upload is completed. Keeps the newest hundred.
 */
export class Files {
  private uploads: Upload[] = [];
  private files: StoredFile[] = [];

  /** Reserves an id and a path for a file of so many bytes. */
  reserve(name: string, length: number): { id: string; path: string } {
    const upload = { id: `F0${randomId(8)}`, name, length, path: UPLOAD_PATH + randomId(24) };
    this.uploads = [...this.uploads, { ...upload, bytes: null }].slice(-MOST_FILES);
    return upload;
  }

  /** Takes the bytes that are posted to a path; a string says why it does not. */
  receive(path: string, bytes: Buffer): { id: string } | string {
    const upload = this.uploads.find((each) => each.path === path);
    if (upload === undefined) return 'no_such_url';
    if (upload.bytes !== null) return 'already_uploaded';
    if (bytes.length !== upload.length) return 'length_mismatch';
    upload.bytes = bytes;
    return { id: upload.id };
  }

  /** Makes a file of what was uploaded; null where nothing was, or it was completed before. */
  complete(id: string, title: string | undefined): StoredFile | null {
    const upload = this.uploads.find((each) => each.id === id);
    if (!upload?.bytes) return null;
    this.uploads = this.uploads.filter((each) => each !== upload);
    const { name, bytes } = upload;
    const file = { id, name, title: title ?? name, bytes, mimetype: typeOf(bytes) };
    this.files = [...this.files, file].slice(-MOST_FILES);
    return file;
  }

  find(id: string): StoredFile | undefined {
    return this.files.find((file) => file.id === id);
  }
}

/** Whether a block can show it. */
export const isImage = ({ mimetype }: StoredFile): boolean => mimetype.startsWith('image/');

function typeOf(bytes: Buffer): string {
  const start = bytes.subarray(0, 8).toString('hex');
  const [, mimetype] = IMAGES.find(([known]) => start.startsWith(known)) ?? [];
  return mimetype ?? 'application/octet-stream';
}
