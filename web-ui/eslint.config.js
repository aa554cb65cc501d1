import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const rooms = readdirSync('src/features');

/** Features do not import each other; lib imports nothing of ours; components import lib only. */
const borders = [
  ...rooms.map((room) => ({
    files: [`src/features/${room}/**`],
    rules: {
      'no-restricted-imports': ['error', { patterns: [
        { group: rooms.filter((other) => other !== room).map((other) => `**/features/${other}/**`).concat('**/app/**') },
        { group: rooms.filter((other) => other !== room).map((other) => `../${other}/**`) },
      ] }],
    },
  })),
  { files: ['src/lib/**'], rules: { 'no-restricted-imports': ['error', { patterns: ['**/components/**', '**/features/**', '**/app/**'] }] } },
  { files: ['src/components/**'], rules: { 'no-restricted-imports': ['error', { patterns: ['**/features/**', '**/app/**'] }] } },
];

export default tseslint.config(
  // Generated from the description of the API.
  { ignores: ['src/lib/api/schema.d.ts'] },
  ...tseslint.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: true } } },
  { rules: { '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }] } },
  ...borders,
);
