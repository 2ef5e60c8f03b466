/** Examples that stand below the options of each command. */
export const examples = {
  program: `
Examples:
  wavegate init                      propose a wavegate.yaml for this repository
  wavegate collect                   read plan and evidence, write ./wavegate-bundle
  wavegate check                     can the next phase start? exit code 0, 1 or 2
  wavegate serve                     look at it in a browser

Exit codes: 0 passed or done, 1 not passed, 2 could not be judged or done.`,
  diff: `
Examples:
  wavegate diff main.zip branch.zip                   gates that flipped, demands that were loosened
  wavegate diff bundles bundles -p plan --before 47 --after 48`,
  pack: `
Examples:
  wavegate pack                                wavegate-bundle.zip
  wavegate pack --html -o plan.html            one page for an e-mail; opens from disk
  wavegate pack --html --budget 5              heavy evidence is left beside it, in plan-evidence/`,
  export: `
Examples:
  wavegate export --format ctrf -o ctrf.json   conditions as tests
  wavegate export --format vsa                 what 'wavegate sign' would sign
  wavegate export --format csv -o plan.csv     for a spreadsheet; no cell is a formula`,
  sign: `
Examples:
  openssl genpkey -algorithm ed25519 -out key.pem
  wavegate sign --key key.pem                  adds a line to attestations.intoto.jsonl`,
  verify: `
Examples:
  wavegate verify bundle.zip                   intact, complete, recomputed
  wavegate verify bundle.zip --key ci.pub.pem  and signed by a key that you trust`,
  serve: `
Examples:
  wavegate serve                               prints an address; pages follow new bundles
  wavegate serve bundles --port 8080
  WAVEGATE_TOKEN=… wavegate serve bundles      readers must show the token`,
  schema: `
Examples:
  wavegate schema > wavegate.schema.json       editors complete wavegate.yaml from it`,
  completion: `
Examples:
  wavegate completion bash > ~/.local/share/bash-completion/completions/wavegate
  wavegate completion fish > ~/.config/fish/completions/wavegate.fish`,
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
