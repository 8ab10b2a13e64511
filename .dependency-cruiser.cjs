// Who may import whom. A rule on `^src/` reads the sources, and so sees imports of types as well; a rule on `^dist/` reads
// what the compiler made of them, and so sees only what is there when the program runs.
/** Programs: they put the parts together, and nothing imports them. */
const ROOTS = '^(src/(main|server|simulate|catalogue|integrity)|worker)[.]ts$';

const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});
const never = (name, from, forbidden, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: forbidden },
});

module.exports = {
  forbidden: [
    only(
      'domain-is-pure',
      '^src/domain/',
      ['^src/domain/', '(^|/)node_modules/(@types/)?(zod|luxon|date-holidays)/'],
      'The domain knows no clock, no I/O, no Node and no Temporal: the same events give the same dates everywhere.',
    ),
    only(
      'programs-speak-only-of-rules',
      '^src/programs/',
      ['^src/(programs|domain)/', '(^|/)node_modules/zod/'],
      'A program is written in the vocabulary of the domain and in nothing else.',
    ),
    only(
      'workflow-bundle-holds-no-domain-code',
      '^dist/src/workflows/',
      ['^dist/src/workflows/', '(^|/)node_modules/@temporalio/(workflow|common)/'],
      'Workflow code is replayed for years: what may change is decided by activities. Types may come from anywhere.',
    ),
    never(
      'activities-do-not-know-the-api',
      '^src/activities/',
      `^src/(api|processes)/|${ROOTS}`,
      'The worker runs without the API.',
    ),
    never(
      'api-does-not-run-activities',
      '^dist/src/api/',
      '^dist/src/(activities|processes|scenario|sample)/',
      'The API speaks to a case through Temporal, never past it.',
    ),
    never(
      'tools-know-no-users',
      '^dist/src/(store|messaging|platform)/',
      '^dist/src/(activities|api|programs|processes|scenario|sample)/',
      'Store, messaging and platform serve activities and API; they do not call them.',
    ),
    never('no-way-back-to-the-roots', '^src/.+/', ROOTS, 'Composition roots are the end.'),
    never('sources-stand-alone', '^(src/|worker)', '^(test|bench|scripts)/', 'What runs needs no tests.'),
    {
      name: 'installed-in-production',
      comment: 'The container image has no development dependencies.',
      severity: 'error',
      from: { path: '^dist/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle of values makes it depend on who is loaded first.',
      severity: 'error',
      from: { path: '^dist/' },
      to: { circular: true },
    },
    {
      name: 'all-imports-are-found',
      comment: 'An import that is not found could be one that is not allowed.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/[.]' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.cjs', '.mjs', '.json', '.d.ts'] },
  },
};
