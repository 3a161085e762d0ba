// Who may know whom (docs/wire.md, docs/decisions). Everything may know domain; domain knows nothing; app and sync-server never
// meet; inside app, only the contract crosses the process line.
const only = (name, folder, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: ['[.]test[.]tsx?$', '/testing/'] },
  to: { pathNot: [`^${folder}/`, ...allowed] },
});
const npm = (names) => `^node_modules/(@types/)?(${names.join('|')})(/|$)`;
const node = '^(node:)?[a-z_/]+$';
const onlyIn = (pkg, path) => ({
  name: `${pkg.replace(/\W+/g, '-')}-only-in-${path.replace(/\W+/g, '-')}`,
  severity: 'error',
  from: { path: '^(domain|app|sync-server)/', pathNot: [`^${path}`, '[.]test[.]tsx?$'] },
  to: { path: npm([pkg]) },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('domain-imports-nothing', 'domain', [], 'Rules are pure: no package, no folder, no node: module.'),
    only('contract', 'app/contract', ['^domain/'], 'The bridge is types and channel names.'),
    only(
      'replica',
      'app/replica',
      ['^domain/', npm(['rxdb', 'rxjs'])],
      'No Electron, no React, no DOM: testable in plain Node.',
    ),
    only(
      'main',
      'app/main',
      ['^domain/', '^app/contract/', npm(['electron', 'node-notifier', 'node', 'zod']), node],
      'The shell never opens the replica and knows no order rules.',
    ),
    only(
      'preload',
      'app/preload',
      ['^app/contract/', npm(['electron'])],
      'A preload carries messages and nothing else.',
    ),
    only(
      'renderer',
      'app/renderer',
      [
        '^domain/',
        '^app/contract/',
        '^app/replica/',
        '^resources/',
        npm([
          'react',
          'react-dom',
          'zustand',
          'rxdb',
          'rxjs',
          'dexie',
          '@mantine',
          '@tabler',
          '@fontsource-variable',
          'i18next',
          'react-i18next',
          'vite',
          'get-nonce',
        ]),
      ],
      'No Electron, no node: module.',
    ),
    only('sync-server', 'sync-server', ['^domain/', '^node_modules/', node], 'The hub never imports the app.'),
    only(
      'sim',
      'sim',
      [
        '^domain/',
        '^app/replica/',
        '^sync-server/(flows|intake)/',
        '^sync-server/hub/hub[.]ts$',
        '^sync-server/messages/(mailer|message-job)[.]ts$',
        npm(['rxdb', 'rxjs']),
        node,
      ],
      'The simulator drives the real rules, replica, flows and intake through their ports.',
    ),
    {
      name: 'nobody-knows-the-simulator',
      severity: 'error',
      from: { path: '^(domain|app|sync-server|e2e)/' },
      to: { path: '^sim/' },
    },
    {
      name: 'app-never-meets-sync-server',
      severity: 'error',
      from: { path: '^app/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '^sync-server/' },
    },
    {
      name: 'ipc-imports-no-sibling',
      severity: 'error',
      from: { path: '^app/main/ipc[.]ts$' },
      to: { path: '^app/main/' },
    },
    {
      name: 'screens-are-strangers',
      severity: 'error',
      from: { path: '^app/renderer/(register|backoffice)/' },
      to: { path: '^app/renderer/(register|backoffice)/', pathNot: ['^app/renderer/$1/'] },
    },
    {
      name: 'flows-never-call-each-other',
      severity: 'error',
      from: { path: '^sync-server/flows/(apply|queue|deliver)[^/]*/' },
      to: { path: '^sync-server/flows/(apply|queue|deliver)[^/]*/', pathNot: ['^sync-server/flows/$1'] },
    },
    onlyIn('node-notifier', 'app/main/notify'),
    onlyIn('nano', 'sync-server/hub/'),
    onlyIn('nodemailer', 'sync-server/messages/'),
    onlyIn('zustand', 'app/renderer/'),
    onlyIn('pouchdb-core', 'sync-server/hub/(embedded|clients)/'),
    {
      name: 'storage-is-chosen-once',
      severity: 'error',
      from: {
        path: '^app/',
        pathNot: ['^app/renderer/(main|start)[^/]*[.]tsx?$', '[.]test[.]ts$', '^app/replica/testing'],
      },
      to: { path: 'rxdb/.*storage-' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '([.]types/|[.]css$|[.]svg$|^out/)' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
