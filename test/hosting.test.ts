import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { INSTALL_PATH, REDIRECT_PATH, SLACK_PATH } from '../src/slack/web-server.js';

const read = (path: string) => readFileSync(path, 'utf8');
const page = read('docs/hosting.md');
const readme = read('README.md');

/** The instructions of a Dockerfile, each with what follows it. */
const instructions = read('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter(Boolean)
  .map((line) => /^([A-Z]+)\s+(.*)$/.exec(line)?.slice(1) ?? [line, '']);
const last = instructions.slice(instructions.map(([name]) => name).lastIndexOf('FROM'));
const of = (name: string) => last.filter(([each]) => each === name).map(([, text = '']) => text);

/** Variables that others read, or that say where a platform keeps things. */
const NOT_OURS = ['NODE_ENV', 'XDG_DATA_HOME', 'POSTGRES_PASSWORD'];
const isKnown = (variable: string) =>
  NOT_OURS.includes(variable) || readme.includes(`\`${variable}\``);

describe('The Dockerfile', () => {
  it('runs the bot itself, as a user without rights, and checks its health', () => {
    const [user = ''] = of('USER');
    expect(user).toMatch(/^[1-9]\d{3,}:[1-9]\d{3,}$/);
    expect(JSON.parse(of('CMD')[0] ?? '')).toEqual(['node', 'dist/app.js']);
    const [health = ''] = of('HEALTHCHECK');
    expect(health).toContain('/health/live');
    expect(Array.isArray(JSON.parse(/CMD (\[.*\])$/.exec(health)?.[1] ?? ''))).toBe(true);
  });

  it('takes over what the first step made, and files that are there', () => {
    const copied = instructions.filter(([name]) => name === 'COPY').map(([, text = '']) => text);
    expect(copied.length).toBeGreaterThan(3);
    for (const text of copied) {
      const sources = text
        .replace(/^--from=\S+/, '')
        .trim()
        .split(/\s+/)
        .slice(0, -1);
      for (const source of sources)
        expect([source, existsSync(source.replace('/app/', '') || '.')]).toEqual([source, true]);
    }
  });

  it('is of a supported version of Node in both steps, and sets variables that exist', () => {
    const images = instructions.filter(([name]) => name === 'FROM').map(([, text = '']) => text);
    expect(images).toHaveLength(2);
    for (const image of images) expect(image).toMatch(/^node:24-\S+-slim( AS build)?$/);
    const variables = [
      ...of('ENV')
        .join(' ')
        .matchAll(/(\w+)=/g),
    ].map(([, name = '']) => name);
    expect(variables.filter((name) => !isKnown(name))).toEqual([]);
  });

  it('leaves secrets and what is built anew out of what it copies', () => {
    const ignored = read('.dockerignore').split('\n');
    for (const name of ['.git', 'node_modules', 'dist', '.env*', 'test'])
      expect(ignored).toContain(name);
  });
});

const Service = z.looseObject({
  environment: z.record(z.string(), z.string()),
  cap_drop: z.array(z.string()),
  security_opt: z.array(z.string()),
  volumes: z.array(z.string()),
});
const Compose = z.object({
  services: z.object({
    bot: Service.extend({
      read_only: z.literal(true),
      ports: z.array(z.string()),
      stop_grace_period: z.string(),
      depends_on: z.object({ database: z.object({ condition: z.string() }) }),
    }),
    database: Service.extend({ image: z.string(), healthcheck: z.object({ test: z.unknown() }) }),
  }),
  volumes: z.record(z.string(), z.unknown()),
});

describe('compose.yaml', () => {
  const { services, volumes } = Compose.parse(parse(read('compose.yaml')));

  it('runs the bot on a file system that can be read only, without rights, behind this machine', () => {
    expect(services.bot.cap_drop).toEqual(['ALL']);
    expect(services.bot.security_opt).toContain('no-new-privileges:true');
    for (const port of services.bot.ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    for (const { volumes: used } of Object.values(services))
      for (const volume of used) expect(Object.keys(volumes)).toContain(volume.split(':')[0]);
  });

  it('waits for its PostgreSQL, and has no secret in it', () => {
    expect(services.database.image).toMatch(/^postgres:\d+/);
    expect(services.bot.depends_on.database.condition).toBe('service_healthy');
    const given = { ...services.bot.environment, ...services.database.environment };
    for (const [name, value] of Object.entries(given))
      if (/TOKEN|SECRET|PASSWORD|URL/.test(name)) expect(value).toMatch(/\$\{\w+:[?-]/);
  });

  it('sets variables that the README explains', () => {
    expect(Object.keys(services.bot.environment).filter((name) => !isKnown(name))).toEqual([]);
  });
});

describe('The unit of systemd', () => {
  const unit = read('docs/systemd/ofsted-bot.service');
  const directives = new Map(
    [...unit.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );

  it('runs the bot itself, as a user of its own, writing to its state alone', () => {
    expect(directives.get('ExecStart')).toMatch(/node dist\/app\.js$/);
    expect(directives.get('DynamicUser')).toBe('yes');
    expect(directives.get('ProtectSystem')).toBe('strict');
    expect(directives.get('StateDirectory')).toBe('ofsted-bot');
    expect(directives.get('CapabilityBoundingSet')).toBe('');
    expect([...unit.matchAll(/^\[(\w+)\]$/gm)].map(([, name]) => name)).toEqual([
      'Unit',
      'Service',
      'Install',
    ]);
  });
});

describe('docs/hosting.md', () => {
  it('names files that exist and commands that shells can read', () => {
    for (const [, path = ''] of page.matchAll(/`((?:docs|test|packages|src)\/[\w./-]+)`/g))
      expect([path, existsSync(path)]).toEqual([path, true]);
    for (const [, script = ''] of page.matchAll(/```sh\n([\s\S]*?)```/g))
      execFileSync('sh', ['-n'], { input: script });
  });
});

describe('The reverse proxy', () => {
  it('passes every path that is for others, and none that is for the own network', () => {
    const [, nginx = ''] = /```nginx\n([\s\S]*?)```/.exec(page) ?? [];
    const exact = [...nginx.matchAll(/location = (\S+)/g)].map(([, path = '']) => path);
    const patterns = [...nginx.matchAll(/location ~ (\S+)/g)].map(
      ([, pattern = '']) => new RegExp(pattern),
    );
    const passes = (path: string) =>
      exact.includes(path) || patterns.some((pattern) => pattern.test(path));
    for (const path of [SLACK_PATH, INSTALL_PATH, REDIRECT_PATH])
      expect([path, passes(path)]).toEqual([path, true]);
    for (const path of ['/health/live', '/health/ready', '/metrics', '/slack'])
      expect([path, passes(path)]).toEqual([path, false]);
  });
});
