// The architecture as a test. Each rule says why; what is not allowed here fails `npm run check`.

export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two modules that need each other are one module, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'What nobody imports is dead, unless it is started from outside.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['^src/main\\.ts$', '^src/tour\\.ts$', '^src/cli/', '\\.d\\.ts$', '^simulator/page/client/'],
      },
      to: {},
    },
    {
      name: 'domain-is-pure',
      comment:
        'Rules over plain data need no mock, no clock and no disk to be tested; only helpers that are functions themselves may come in.',
      severity: 'error',
      from: { path: '^src/domain' },
      to: {
        pathNot: [
          '^src/domain',
          'node_modules/(temporal-polyfill|humanparser|libphonenumber-js|tldts|tldts-core|talisman|city-timezones|entities)/',
          '(^|node_modules/)any-ascii',
        ],
      },
    },
    {
      name: 'use-cases-know-rules-and-ports',
      comment:
        'A use case says what it needs from outside as a port, so that it runs against any database, Slack or mail server.',
      severity: 'error',
      from: { path: '^src/usecases' },
      to: { pathNot: ['^src/usecases', '^src/domain', 'node_modules/(zod|dataloader)/'] },
    },
    {
      name: 'views-draw',
      comment: 'A view is a pure function from a model to Block Kit and back; it loads nothing.',
      severity: 'error',
      from: { path: '^src/views' },
      to: { pathNot: ['^src/views', '^src/usecases', '^src/domain', 'node_modules/(zod|@slack/types)/'] },
    },
    {
      name: 'views-take-only-types-of-use-cases',
      comment: 'A view that calls a use case would load while it draws.',
      severity: 'error',
      from: { path: '^src/views' },
      to: {
        path: '^src/usecases',
        dependencyTypesNot: ['type-only'],
        pathNot: ['^src/usecases/text-input\\.ts$'],
      },
    },
    {
      name: 'commands-parse-call-render',
      comment: 'A listener turns what Slack sent into a use case and its answer into a view.',
      severity: 'error',
      from: { path: '^src/commands' },
      to: { pathNot: ['^src/commands', '^src/views', '^src/usecases', '^src/domain', 'node_modules/(zod|@slack)/'] },
    },
    {
      name: 'jobs-are-commands-without-a-person',
      comment: 'Jobs start the same use cases and draw the same views.',
      severity: 'error',
      from: { path: '^src/jobs' },
      to: { pathNot: ['^src/jobs', '^src/views', '^src/usecases', '^src/domain', 'node_modules/(zod|@slack/types)/'] },
    },
    {
      name: 'web-is-the-candidates-side',
      comment: 'Pages call use cases; they never reach the database or Slack.',
      severity: 'error',
      from: { path: '^src/web' },
      to: {
        pathNot: [
          '^src/web',
          '^src/usecases',
          '^src/domain',
          'node_modules/(zod|fastify|@fastify|@kitajs)/',
          '^(node:)?http$',
        ],
      },
    },
    {
      name: 'adapters-stand-alone',
      comment: 'Each adapter wraps one outside thing behind a port; what joins two of them is the composition root.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src', pathNot: ['^src/adapters/$1/', '^src/usecases', '^src/domain', '^src/adapters/system/'] },
    },
    {
      name: 'sql-stays-in-the-database-adapter',
      comment: 'Everybody else speaks of people and drafts, not of rows.',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/adapters/db' },
      to: {
        path: ['node_modules/(pg|kysely|@electric-sql|pg-boss)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'simulator-knows-nothing-of-the-app',
      comment: 'A workspace that shared code with the bot would share its mistakes.',
      severity: 'error',
      from: { path: '^simulator' },
      to: { path: '^src' },
    },
    {
      name: 'app-knows-nothing-of-the-simulator',
      comment: 'Only what people start joins the two; production never loads the simulator.',
      severity: 'error',
      from: { path: '^src', pathNot: ['^src/main\\.ts$', '^src/tour\\.ts$', '^src/local/'] },
      to: { path: '^simulator' },
    },
    {
      name: 'not-to-dev-dependencies',
      comment: 'What runs in production is a dependency.',
      severity: 'error',
      from: { path: ['^src', '^simulator'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules'] },
    tsPreCompilationDeps: 'specify',
    parser: 'tsc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.d.ts'],
      conditionNames: ['node', 'import', 'types', 'default'],
    },
  },
}
