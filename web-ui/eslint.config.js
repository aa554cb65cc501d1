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
  // What would carry out, or show as markup, what somebody typed.
  { rules: {
    'no-eval': 'error',
    'no-new-func': 'error',
    'no-script-url': 'error',
    'no-proto': 'error',
    'no-extend-native': 'error',
    'no-restricted-syntax': ['error',
      { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Show texts as texts.' },
      { selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]', message: 'Use textContent.' },
      { selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment|setHTMLUnsafe)$/]', message: 'Use textContent.' },
    ],
  } },
  { rules: { '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }] } },
  ...borders,
);
