import { homedir } from 'node:os';
import { join } from 'node:path';
import { InspectionError } from './errors.js';

const NAME = 'ofsted-bot';

/**
 * The user's own folder (Linux: `~/.local/share/ofsted-bot`), where imported documents and the
 * state are kept. It is asked for where it is needed: a user of a container may have no home.
 * @throws InspectionError where there is no home and nothing else that says where it is.
 */
export function ownFolder(
  environment: Record<string, string | undefined> = process.env,
  platform: string = process.platform,
): string {
  if (platform === 'darwin') return join(home(), 'Library', 'Application Support', NAME);
  if (platform === 'win32')
    return join(environment.LOCALAPPDATA || join(home(), 'AppData', 'Local'), NAME, 'Data');
  return join(environment.XDG_DATA_HOME || join(home(), '.local', 'share'), NAME);
}

function home(): string {
  try {
    return homedir();
  } catch (error) {
    throw new InspectionError(
      'This user has no home folder: set DATA_DIR to the folder of the record, and DATABASE_URL to where the state is kept.',
      { cause: error },
    );
  }
}
