/** A piece of evidence that somebody made to do harm, or that is broken in a way that tempts to guess. */
export interface HostileEvidence {
  readonly path: string;
  readonly mediaType: string;
  readonly text: string;
  /** What it tries. */
  readonly tries: string;
}

const repeated = (part: string, times: number): string => part.repeat(times);
const json = (value: unknown): string => JSON.stringify(value);

/** Runs where a page takes it for script; every page that does is caught by it. */
const script = 'globalThis.hostileScriptRan = true';
const tag = `<script>${script}</script><img src=x onerror="${script}">`;
const link = `javascript:${script}`;

const entities = Array.from(
  { length: 20 },
  (_, at) => `<!ENTITY e${at + 1} "${repeated(`&e${at};`, 10)}">`,
).join('');

const yamlBomb = [
  'a0: &a0 [x, x, x, x, x, x, x, x]',
  ...Array.from(
    { length: 20 },
    (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(8).slice(0, -2)}]`,
  ),
].join('\n');

/** One of each trick for each family of evidence. */
export const hostileEvidence: readonly HostileEvidence[] = [
  {
    path: 'evidence/entities.xml',
    mediaType: 'application/xml',
    text: `<!DOCTYPE r [<!ENTITY e0 "ha">${entities}]><testsuite><testcase name="&e20;"/></testsuite>`,
    tries: 'entities that grow without end',
  },
  {
    path: 'evidence/external.xml',
    mediaType: 'application/xml',
    text: '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY u SYSTEM "https://elsewhere.invalid/x">]><testsuite><testcase name="&f;&u;"/></testsuite>',
    tries: 'to read a file and to call elsewhere',
  },
  {
    path: 'evidence/coverage-external.xml',
    mediaType: 'application/xml',
    text: '<!DOCTYPE coverage SYSTEM "https://elsewhere.invalid/coverage.dtd"><coverage lines-covered="9" lines-valid="9"><packages/></coverage>',
    tries: 'to fetch a definition from elsewhere',
  },
  {
    path: 'evidence/markup.xml',
    mediaType: 'application/xml',
    text: `<testsuite name="&lt;b&gt;"><testcase name="${tag.replaceAll('<', '&lt;').replaceAll('"', '&quot;')}" file="${link}"><failure message="x"><![CDATA[${tag}]]></failure><system-out>\u001b]8;;${link}\u0007here\u001b]8;;\u0007</system-out></testcase></testsuite>`,
    tries: 'markup and links in names, messages and output',
  },
  {
    path: 'evidence/deep.xml',
    mediaType: 'application/xml',
    text: repeated('<testsuite>', 200_000),
    tries: 'nesting that a stack cannot hold',
  },
  {
    path: 'evidence/green.xml',
    mediaType: 'application/xml',
    text: '<testsuite tests="3" failures="2"><testcase name="a"/><testcase name="b"/><testcase name="c" status="exploded"/></testsuite>',
    tries: 'to pass with failures that are stated and not listed',
  },
  {
    path: 'evidence/cut.xml',
    mediaType: 'application/xml',
    text: '<testsuites><testsuite tests="40"><testcase name="a"/><testcase name="b">',
    tries: 'to pass because the rest is missing',
  },
  {
    path: 'evidence/deep.json',
    mediaType: 'application/json',
    text: repeated('{"a":', 200_000),
    tries: 'nesting that a stack cannot hold',
  },
  {
    path: 'evidence/prototype.json',
    mediaType: 'application/json',
    text: '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"testResults":[],"numTotalTests":0}',
    tries: 'to reach into prototypes',
  },
  {
    path: 'evidence/twice.json',
    mediaType: 'application/json',
    text: '{"numTotalTests":2,"numFailedTests":2,"numFailedTests":0,"testResults":[]}',
    tries: 'a member twice, the better one last',
  },
  {
    path: 'evidence/numbers.json',
    mediaType: 'application/json',
    text: '{"results":{"tool":{"name":"t"},"summary":{"tests":1e400,"passed":-5,"failed":0},"tests":[{"name":"a","status":"passed","duration":-1e308,"retries":99999999999999999999}]}}',
    tries: 'numbers that nothing can hold',
  },
  {
    path: 'evidence/markup.json',
    mediaType: 'application/json',
    text: json({ [tag]: tag, link, nested: { '\u202egnp.exe': '\u202eabc' } }),
    tries: 'markup, a link, and text that runs backwards, in names and values',
  },
  {
    path: 'evidence/findings.sarif',
    mediaType: 'application/sarif+json',
    text: json({
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: { name: tag, rules: [{ id: 'R', helpUri: link, help: { markdown: tag } }] },
          },
          originalUriBaseIds: { A: { uri: link, uriBaseId: 'B' }, B: { uriBaseId: 'A' } },
          results: [
            {
              ruleIndex: 0,
              message: { markdown: `[x](${link}) ${tag}` },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: '../../etc/passwd', uriBaseId: 'A' },
                    region: { startLine: -4 },
                  },
                },
              ],
            },
            { ruleIndex: 99, level: 'harmless', message: {} },
          ],
        },
      ],
    }),
    tries: 'links, markup, bases in a circle and a level that hides',
  },
  {
    path: 'evidence/statement.intoto.json',
    mediaType: 'application/vnd.in-toto+json',
    text: json({
      payloadType: 'application/vnd.in-toto+json',
      payload: 'eyJfdHlwZSI6Imh0dHBzOi8vaW4tdG90by5pby9TdGF0ZW1lbnQvdjEifQ==',
      signatures: [{ keyid: 'trusted', sig: 'AAAA', cert: '-----BEGIN CERTIFICATE-----' }],
      verified: true,
    }),
    tries: 'to bring its own certificate and to call itself verified',
  },
  {
    path: 'evidence/bom.json',
    mediaType: 'application/vnd.cyclonedx+json',
    text: json({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      components: [
        { 'bom-ref': 'a', name: tag, type: 'library', externalReferences: [{ url: link }] },
      ],
      dependencies: [
        { ref: 'a', dependsOn: ['a', 'b'] },
        { ref: 'b', dependsOn: ['a'] },
      ],
    }),
    tries: 'circles and markup',
  },
  {
    path: 'evidence/data.js',
    mediaType: 'text/javascript',
    text: `window.BENCHMARK_DATA = (${script}, {"entries":{}})`,
    tries: 'to be executed',
  },
  {
    path: 'evidence/aliases.yaml',
    mediaType: 'application/yaml',
    text: yamlBomb,
    tries: 'aliases that grow without end',
  },
  {
    path: 'evidence/tags.yaml',
    mediaType: 'application/yaml',
    text: `a: !!js/function "${script}"\nb: !<tag:yaml.org,2002:python/object/apply:os.system> ["x"]\n`,
    tries: 'tags that make objects',
  },
  {
    path: 'evidence/prototype.yaml',
    mediaType: 'application/yaml',
    text: '__proto__:\n  polluted: true\nconstructor:\n  prototype: { polluted: true }\n',
    tries: 'to reach into prototypes',
  },
  {
    path: 'evidence/markup.yaml',
    mediaType: 'application/yaml',
    text: `"${tag.replaceAll('"', '\\"')}": "${link}"\n? [a, b]\n: "\u202egnp.exe"\n`,
    tries: 'markup and a link in keys and values, and a key that is a list',
  },
  {
    path: 'evidence/prototype.xml',
    mediaType: 'application/xml',
    text: '<testsuite><testcase name="a" __proto__="polluted" constructor="x"/></testsuite>',
    tries: 'to reach into prototypes',
  },
  {
    path: 'evidence/records.jsonl',
    mediaType: 'application/x-ndjson',
    text: `${json({ [tag]: link })}\n{"__proto__":{"polluted":true}}\n${json({ a: '\u202egnp.exe' })}\n`,
    tries: 'to reach into prototypes from one of many records, and markup in another',
  },
  {
    path: 'evidence/deep.jsonl',
    mediaType: 'application/x-ndjson',
    text: `{"a":1}\n${repeated('[', 200_000)}\n`,
    tries: 'nesting that a stack cannot hold, in one of many records',
  },
  {
    path: 'evidence/markup.tap',
    mediaType: 'text/plain',
    text: `TAP version 13\n1..2\nok 1 - ${tag}\nnot ok 2 - ${link} # TODO ${tag}\n  ---\n  found: ${tag}\n  ...\n`,
    tries: 'markup and a link in names and diagnostics',
  },
  {
    path: 'evidence/markup.info',
    mediaType: 'text/plain',
    text: `TN:${tag}\nSF:${link}\nFN:1,${tag}\nFNDA:0,${tag}\nDA:1,0\nDA:99999999999999999999,1\nend_of_record\nSF:../../../etc/passwd\nDA:1,1\nend_of_record\n`,
    tries: 'markup, a link and ways out in names of files',
  },
  {
    path: 'evidence/bench.json',
    mediaType: 'application/json',
    text: json([
      { name: tag, unit: link, value: 1e308 },
      { name: tag, unit: 'ms', value: -1e308, extra: tag },
    ]),
    tries: 'markup in names and units, and values whose spread nothing can hold',
  },
  {
    path: 'evidence/\u202egnp.<img src=x onerror=alert(1)>%2e%2e.txt',
    mediaType: 'text/plain',
    text: 'the name of this file is the trick',
    tries: 'markup, text that runs backwards and a way out in its own name',
  },
  {
    path: 'evidence/formulas.csv',
    mediaType: 'text/csv',
    text: `name,value\n"=cmd|' /C calc'!A0",1\n" @SUM(1)",2\n"line\n+1",3\n${tag},4\n`,
    tries: 'formulas that run when the table is exported and opened',
  },
  {
    path: 'evidence/escapes.log',
    mediaType: 'text/plain',
    text: `\u001b]0;owned\u0007\u001b[2J\u001b]8;;${link}\u0007click\u001b]8;;\u0007\n\u001b[38;2;999;0;0mred\n${tag}\n\u202egnp.exe\n`,
    tries: 'to steer the terminal, to link, and markup',
  },
  {
    path: 'evidence/long.log',
    mediaType: 'text/plain',
    text: `${repeated('x', 3_000_000)}\n${repeated('\u001b[1m', 200_000)}end`,
    tries: 'a line without end, and a style for every letter',
  },
  {
    path: 'evidence/picture.svg',
    mediaType: 'image/svg+xml',
    text: `<svg xmlns="http://www.w3.org/2000/svg" onload="${script}"><script>${script}</script><image href="https://elsewhere.invalid/x.png"/><a href="${link}"><text y="20">x</text></a></svg>`,
    tries: 'script, a picture from elsewhere and a link in a picture',
  },
  {
    path: 'evidence/page.html',
    mediaType: 'text/html',
    text: `<!doctype html><base href="https://elsewhere.invalid/">${tag}<meta http-equiv="refresh" content="0;url=https://elsewhere.invalid/"><form action="https://elsewhere.invalid/"><input autofocus onfocus="${script}"></form><iframe src="https://elsewhere.invalid/"></iframe>`,
    tries: 'script, leaving the page, and calls elsewhere',
  },
  {
    path: 'evidence/notes.md',
    mediaType: 'text/markdown',
    text: `# ${tag}\n\n[a](${link}) [b](data:text/html,${tag}) [c](//elsewhere.invalid) [d](https://ok@elsewhere.invalid)\n\n![pic](https://elsewhere.invalid/x.png)\n\n<iframe src="${link}"></iframe>\n`,
    tries: 'links, a picture from elsewhere and raw HTML',
  },
  {
    path: 'evidence/not-a-picture.png',
    mediaType: 'image/png',
    text: `\u0089PNG${tag}`,
    tries: 'to be another type than it says',
  },
  {
    path: 'evidence/not-a-paper.pdf',
    mediaType: 'application/pdf',
    text: `%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(${script})>>>>endobj`,
    tries: 'script in a document',
  },
];
