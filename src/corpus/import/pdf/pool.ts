import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { compiledFile } from '../../../background/thread.js';
import type { LocalAuthority } from '../../../domain/authority.js';
import type { Theme } from '../../../domain/theme.js';
import { type FileReading, type ReadFile, refused } from '../file-reading.js';
import { TOO_LARGE } from './inflate-at-once.js';
import { memoryWatch } from './memory-watch.js';

/** What threads read files with. */
type Tables = { authorities: LocalAuthority[]; themes: Theme[] };

/** What a thread is sent: its tables first, then the path of one file after the other. */
export type Sent = Tables | string;

/**
 * Reads files in worker threads, so that one that never ends or swells can be given up without harm
 * to the others.
 */
export type ReaderPool = {
  /** Gives the threads their tables; to be done once, before anything is read. */
  prepare(tables: Tables): void;
  read: ReadFile;
  threads: number;
  close(): Promise<void>;
};

export type PoolOptions = {
  /** Milliseconds a file may take; default 30,000. */
  timeLimit?: number;
  /** Default: the machine's processors, four at most. */
  threads?: number;
  /**
   * Whether the process does nothing else, so that V8 may be told what suits these threads. To
   * change what it was told is unsafe in one that has been at work.
   */
  tuned?: boolean;
};

const MEMORY_MB = 512;
/**
 * What the process may grow by while files are read: the heaps of their threads, and as much again
 * beside one of them, for what is unpacked lies outside of its heap.
 */
const allowedMb = (reading: number): number => MEMORY_MB * (reading + 1);

/**
 * What V8 is told before threads start. Each thread compiles the PDF library for itself: at the
 * usual budget for optimising, with as much inlined as is usual, and with the small heap that a
 * limited thread begins with (whose frequent collections discard optimised code), two threads spend
 * more on compiling than on reading. Patterns are compiled for good at once, not a second time when
 * they are used again. A thread collects its objects alone and at once: helpers would only wait
 * for the processors that the other threads use, and marking beside the reading makes each write
 * dearer.
 */
const V8_FLAGS = [
  '--max-inlined-bytecode-size-cumulative=100',
  '--initial-old-space-size=64',
  '--no-regexp-tier-up',
  '--no-parallel-scavenge',
  '--no-concurrent-marking',
  '--no-incremental-marking',
];

/**
 * V8 prints an error for a flag that it does not know, so only the versions that were tried are
 * told any: those of Node 20, 22 and 24. The budget for optimising is Node 20's alone.
 */
function flagsFor(v8: string): string[] {
  const major = Number.parseInt(v8, 10);
  if (major === 11) return ['--interrupt-budget=500000', ...V8_FLAGS];
  return major === 12 || major === 13 ? V8_FLAGS : [];
}

/** A thread and what is to be told of the file it is reading. */
type Thread = {
  worker: Worker;
  finish: ((result: FileReading) => void) | null;
  fail: ((error: unknown) => void) | null;
  /** `not_alone`: the process grew too large, and others were read as well. */
  giveUp: ((why: 'timed_out' | 'too_large' | 'not_alone') => void) | null;
};

/**
 * Starts the threads, which take a while to load the PDF library. `read` never rejects for what a
 * file does to its thread: a file over its time is `timed_out`, one over its memory `too_large`.
 * Where several are read while the process grows too large, each is read again alone.
 */
export function readerPool({
  timeLimit = 30_000,
  threads = Math.min(4, availableParallelism()),
  tuned = true,
}: PoolOptions): ReaderPool {
  if (tuned) for (const flag of flagsFor(process.versions.v8)) setFlagsFromString(flag);
  const idle: Thread[] = [];
  const all = new Set<Thread>();
  let prepared: Tables | null = null;
  const discard = (thread: Thread): void => {
    all.delete(thread);
    void thread.worker.terminate();
  };
  const start = (): Thread => {
    const worker = new Worker(compiledFile(new URL('./worker.js', import.meta.url)), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const thread: Thread = { worker, finish: null, fail: null, giveUp: null };
    all.add(thread);
    if (prepared) worker.postMessage(prepared);
    worker.on('message', (result: FileReading) => thread.finish?.(result));
    worker.on('error', (error) => thread.fail?.(error));
    worker.on('exit', (code) => {
      all.delete(thread);
      if (code === TOO_LARGE) thread.giveUp?.('too_large');
      if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
    });
    return thread;
  };
  for (let i = 0; i < threads; i++) idle.push(start());
  const memory = memoryWatch<Thread>(allowedMb, (reading) => {
    const isAlone = reading.length === 1;
    for (const { giveUp } of reading) giveUp?.(isAlone ? 'too_large' : 'not_alone');
  });
  const readWith = (thread: Thread, path: string): Promise<FileReading | null> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => thread.giveUp?.('timed_out'), timeLimit);
      const end = (): void => {
        clearTimeout(timer);
        memory.end(thread);
        Object.assign(thread, { finish: null, fail: null, giveUp: null });
      };
      thread.finish = (result) => {
        end();
        idle.push(thread);
        resolve(result);
      };
      thread.giveUp = (why) => {
        end();
        discard(thread);
        resolve(why === 'not_alone' ? null : refused(null, why));
      };
      thread.fail = (error) => {
        if (isOutOfMemory(error)) return thread.giveUp?.('too_large');
        end();
        discard(thread);
        reject(error);
      };
      memory.begin(thread);
      thread.worker.postMessage(path);
    });
  const readNow = (path: string) => readWith(idle.pop() ?? start(), path);
  // Files that were read while the process grew too large, one after the other; others wait.
  let alone: Promise<unknown> = Promise.resolve();
  const readAlone = (path: string): Promise<FileReading> => {
    const turn = alone.then(async () => (await readNow(path)) ?? refused(null, 'too_large'));
    alone = turn.catch(() => undefined);
    return turn;
  };
  return {
    threads,
    prepare: ({ authorities, themes }) => {
      prepared = { authorities, themes: themes.map(forPassages) };
      for (const { worker } of all) worker.postMessage(prepared);
    },
    read: async (path) => {
      await alone;
      return (await readNow(path)) ?? readAlone(path);
    },
    close: async () => {
      await Promise.all([...all].map(({ worker }) => worker.terminate()));
    },
  };
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * A theme as passages are tagged with it: what people type is for questions, and much to send to a
 * thread.
 */
const forPassages = (theme: Theme): Theme => ({ ...theme, layWords: [], hints: [] });
