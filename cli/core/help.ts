/** Examples that stand below the options of each command. */
export const examples = {
  program: `
Examples:
  wavegate init                      propose a wavegate.yaml for this repository
  wavegate collect                   read plan and evidence, write ./wavegate-bundle
  wavegate check                     can the next phase start? exit code 0, 1 or 2
  wavegate serve                     look at it in a browser

Exit codes: 0 passed or done, 1 not passed, 2 could not be judged or done.`,
  init: `
Examples:
  wavegate init                     write wavegate.yaml, unless there is one
  wavegate init --print             only show it
  wavegate init --exclude 'docs/old/**'

Every guess says which file and line led to it. Nothing is overwritten.`,
  collect: `
Examples:
  wavegate collect                           wavegate.yaml here, bundle in ./wavegate-bundle
  wavegate collect --check                   and judge it
  wavegate collect --strict --json           for a pipeline: 1 when something was not understood
  wavegate collect -C ../other -o bundle     another repository
  wavegate collect --watch --check           while you work

It runs nothing that it finds, follows no link out of the folder, fetches nothing, and takes
out what looks like a secret before anything is written.`,
  check: `
Examples:
  wavegate check                                     the whole plan, from ./wavegate-bundle
  wavegate check bundle.zip --gate G1                one gate decides
  wavegate check --item W5A                          may this item start or go on?
  wavegate check --baseline main-bundle.zip          only what got worse fails
  wavegate check --as-of 2026-12-01T00:00:00Z        will the evidence be fresh then?
  wavegate check --format sarif --output gates.sarif for code scanning
  wavegate check --format annotations                for a pull request on GitHub`,
} as const;
