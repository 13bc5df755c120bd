import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import house from './tools/checks/lint-plugin.mjs';

const clockRules = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Ask the injected Clock for the time.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Ask the injected Clock for the time.',
  },
];

/** Tables that must not leak: one service reads each, the files named here are its own. */
const vaults = [
  {
    table: 'feedback_original',
    message: 'Only original-texts.ts reads words that nobody has checked.',
    files:
      'apps/api/src/feedback/{original-texts,feedback-tables,inbox/feedback.repository,feedback-retention}.ts',
  },
  {
    table: 'incoming_letter_text',
    message: 'Only letter-texts.ts reads whole letters, which nobody has checked.',
    files: 'apps/api/src/feedback/{letters/letter-texts,feedback-tables}.ts',
  },
  {
    table: 'confidential_address',
    message: 'Only confidential-addresses.ts reads secret places.',
    files: 'apps/api/src/social-services/{confidential-addresses,social-services.contribution}.ts',
  },
];

const mayNotRead = (others) => [
  'error',
  ...clockRules,
  ...others.map(({ table, message }) => ({ selector: `TemplateElement[value.raw=/${table}/]`, message })),
];

/** The later rule wins: the own files of a vault may read it, and still no other. */
const vaultRules = [
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['**/*.spec.ts', 'apps/api/src/database/migrations/*.ts'],
    rules: { 'no-restricted-syntax': mayNotRead(vaults) },
  },
  ...vaults.map((vault) => ({
    files: [vault.files],
    rules: { 'no-restricted-syntax': mayNotRead(vaults.filter((it) => it !== vault)) },
  })),
];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      'dist/**',
      '.nx/**',
      '.angular/**',
      '.data/**',
      'tmp/**',
      'coverage/**',
      'test-results/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, ...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx },
    rules: {
      'max-lines': ['error', { max: 350, skipBlankLines: false, skipComments: false }],
      'no-restricted-syntax': ['error', ...clockRules],
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          allow: [
            '^.*/eslint.config.mjs$',
            '^.*/package.json$',
            '@runder-tisch/api/create-app',
            '@runder-tisch/api/test',
            '@runder-tisch/web-e2e/*',
          ],
          depConstraints: [
            { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
            { sourceTag: 'scope:api', onlyDependOnLibsWithTags: ['scope:shared', 'scope:api', 'scope:test'] },
            { sourceTag: 'scope:web', onlyDependOnLibsWithTags: ['scope:shared', 'scope:web'] },
            {
              sourceTag: 'scope:tools',
              onlyDependOnLibsWithTags: ['scope:shared', 'scope:tools', 'scope:test', 'scope:api'],
            },
            {
              sourceTag: 'scope:test',
              onlyDependOnLibsWithTags: ['scope:shared', 'scope:test', 'scope:tools', 'scope:api'],
            },
            {
              sourceTag: 'type:domain',
              onlyDependOnLibsWithTags: ['type:domain'],
              bannedExternalImports: ['@angular/*', '@nestjs/*', 'typeorm', 'pg', 'express'],
            },
            {
              sourceTag: 'type:drawing',
              onlyDependOnLibsWithTags: ['type:drawing', 'type:domain'],
              bannedExternalImports: ['@angular/*', '@nestjs/*', 'typeorm', 'pg'],
            },
            {
              sourceTag: 'type:ui',
              onlyDependOnLibsWithTags: ['type:ui', 'type:drawing', 'type:domain'],
              bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg'],
            },
          ],
        },
      ],
    },
  },
  ...vaultRules,
  { files: ['apps/api/src/clock.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: [
      '**/*.spec.ts',
      'apps/api/test/**',
      'apps/web-e2e/**',
      'tools/**/*.ts',
      'apps/web/src/test-setup.ts',
    ],
    rules: {
      'no-restricted-syntax': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    // Migrations fill the tables of areas with what the areas start with.
    files: ['apps/{api,web}/src/**/*.ts', 'libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts', 'apps/api/src/database/migrations/*.ts'],
    plugins: { house },
    rules: { 'house/direction': 'error' },
  },
  {
    files: ['apps/web/**/*.ts', 'libs/ui/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'rt', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: 'rt', style: 'camelCase' },
      ],
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
    },
  },
  {
    files: ['**/*.html'],
    ignores: ['apps/web/src/index.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  {
    files: ['**/*.mjs'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
      },
    },
  },
);
