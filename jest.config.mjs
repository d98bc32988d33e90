import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// What a developer has imported or kept must not be what the tests read: they get an empty home of their own.
const home = mkdtempSync(join(tmpdir(), 'ofsted-home-'));
for (const name of ['HOME', 'XDG_DATA_HOME', 'LOCALAPPDATA', 'APPDATA']) process.env[name] = home;

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testTimeout: 180_000,
  // Jest leaves a core free by default, which on a machine with two is half of them.
  maxWorkers: '100%',
  roots: ['<rootDir>/test'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/browser/',
    '<rootDir>/test/crash/',
    '<rootDir>/test/store/postgres/',
  ],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
  },
};
