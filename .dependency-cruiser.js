/**
 * Who may import whom (architecture.md), with back-references so that a new
 * capability is guarded without a new rule. Everything not allowed is forbidden.
 */
const testFiles = '\\.(test|e2e\\.test)\\.tsx?$';
const npm = '(^|/)node_modules/';

/** A layer may import only these paths. */
function only(name, from, allowed, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from, pathNot: testFiles },
    to: { pathNot: allowed },
  };
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    // The mini-program runtime hands `requirePrivacyAuthorize` to apps: no module of that name exists.
    {
      name: 'resolvable',
      severity: 'error',
      from: { pathNot: '^e2e/weapp/runtime/wx/privacyApis' },
      to: { couldNotResolve: true },
    },
    {
      name: 'tests-are-leaves',
      comment: 'testing, e2e and bench may import anything; nothing imports them',
      severity: 'error',
      from: { path: '^(src|cloud|config)/', pathNot: [testFiles, '^(src|cloud)/testing/'] },
      to: { path: ['^(src|cloud)/testing/', '^e2e/', '^bench/', testFiles] },
    },
    only(
      'domain',
      '^src/domain/',
      ['^src/domain/', `${npm}ts-fsrs`, `${npm}chinese-days`],
      'domain: domain and named exceptions',
    ),
    {
      name: 'domain-exceptions',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: ['^src/domain/calendar/', testFiles] },
      to: { path: `${npm}chinese-days` },
    },
    {
      name: 'domain-scheduler',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: ['^src/domain/quiz/practice/', testFiles] },
      to: { path: `${npm}ts-fsrs` },
    },
    only(
      'contract',
      '^src/contract/',
      ['^src/contract/', '^src/domain/', `${npm}valibot`],
      'contract: domain, valibot',
    ),
    only(
      'platform',
      '^src/platform/',
      [
        '^src/platform/',
        '^src/contract/',
        '^src/domain/',
        `${npm}@tarojs/`,
        `${npm}react/`,
        `${npm}@types/react`,
      ],
      'the only door to Taro',
    ),
    {
      name: 'no-validator-on-the-phone',
      comment: 'the client imports contract types only, and the table of sentences',
      severity: 'error',
      from: { path: '^src/(platform|ui|features|pages)/|^src/app', pathNot: testFiles },
      to: {
        path: '^src/contract/',
        pathNot: '^src/contract/(errors|build|transport)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-holiday-table-on-the-phone',
      comment: 'chinese-days is for the server; screens get days from study.today and calendar.year',
      severity: 'error',
      from: { path: '^src/(platform|ui|features|pages)/' },
      to: { path: `${npm}chinese-days`, reachable: true },
    },
    {
      name: 'no-scheduler-on-the-phone',
      comment: 'ts-fsrs is for the server: what is due is picked there',
      severity: 'error',
      from: { path: '^src/(platform|ui|features|pages)/' },
      to: { path: `${npm}ts-fsrs`, reachable: true },
    },
    {
      name: 'taro-only-through-platform',
      severity: 'error',
      from: { path: '^src/(ui|features|pages)/', pathNot: testFiles },
      to: { path: `${npm}@tarojs/taro/` },
    },
    only(
      'ui',
      '^src/ui/',
      ['^src/ui/', '^src/domain/', '^src/platform/', npm, '\\.scss$'],
      'ui: platform’s own parts, domain types, React, Taro components, NutUI',
    ),
    {
      name: 'features-apart',
      comment: 'a feature never imports another feature',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/', pathNot: testFiles },
      to: { path: '^src/features/([^/]+)/', pathNot: '^src/features/$1/' },
    },
    only(
      'features',
      '^src/features/',
      ['^src/(features|ui|platform|contract|domain)/', npm],
      'features: ui, platform, contract types, domain',
    ),
    only(
      'pages',
      '^src/pages/',
      ['^src/(pages|features|ui|platform|contract|domain)/', npm],
      'pages: features and all below',
    ),
    {
      name: 'client-and-cloud-apart',
      severity: 'error',
      from: { path: '^src/', pathNot: testFiles },
      to: { path: '^(cloud|e2e|bench)/' },
    },
    {
      name: 'cloud-sees-only-domain-and-contract',
      severity: 'error',
      from: { path: '^cloud/', pathNot: [testFiles, '^cloud/(testing|commands)/'] },
      to: { path: '^src/', pathNot: '^src/(domain|contract)/' },
    },
    only(
      'ports',
      '^cloud/ports/',
      [
        '^cloud/ports/',
        '^cloud/appError',
        '^cloud/config',
        '^src/(contract|domain)/',
        npm,
        '^node:|^(fs|path|crypto|stream|buffer|timers)',
      ],
      'ports: contract, domain types, npm',
    ),
    only(
      'policies',
      '^cloud/policies/',
      ['^cloud/policies/', '^cloud/(actor|operation)\\.ts$', '^src/(domain|contract)/'],
      'policies: domain, contract',
    ),
    {
      name: 'repositories',
      comment: 'repositories: database, domain types',
      severity: 'error',
      from: { path: 'Repository\\.ts$', pathNot: testFiles },
      to: {
        pathNot: [
          '^cloud/database/',
          '^cloud/(actor|receiptRepository)',
          '^cloud/policies/',
          '^cloud/[^/]+/[^/]+Repository\\.ts$',
          '^src/(domain|contract)/',
          `${npm}kysely`,
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'sql-only-in-repositories-and-database',
      severity: 'error',
      from: { path: '^cloud/(dispatch|perform|policies|functions|server)', pathNot: testFiles },
      to: { path: `${npm}pg/` },
    },
    {
      name: 'database-apart',
      comment: 'the engine knows no capability; only demo data goes through use cases',
      severity: 'error',
      from: { path: '^cloud/database/', pathNot: [testFiles, '^cloud/database/demo/'] },
      to: { path: '^cloud/', pathNot: '^cloud/(database/|config)' },
    },
    {
      name: 'entries',
      comment: 'functions and server: dispatch, ports, database; no use case',
      severity: 'error',
      from: { path: '^cloud/(functions|server)/', pathNot: testFiles },
      to: {
        path: '^cloud/',
        pathNot: '^cloud/(functions|server|ports|database|policies)/|^cloud/[a-zA-Z]+\\.ts$|^cloud/file/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules/.cache)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json', '.scss'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
