// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What "Copy as" copies, run as it stands against a living insightsd; each must have the numbers that the program has.
//     PROGRAMS=<folder of the programs> node --test snippets.test.mjs

import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { fromJson, toJson } from '@bufbuild/protobuf';

import { QueryResponseSchema } from './gen/insights/v1/insights_pb.js';
import { events } from './events.mjs';
import { LocalService } from './local_service.mjs';

const programs = process.env.PROGRAMS;
const service = new LocalService(join(programs, 'insightsd'));
const folder = mkdtempSync(join(tmpdir(), 'insights-snippets-'));
const timeout = 60_000;

const may = { start: '2026-05-01T00:00:00Z', end: '2026-06-01T00:00:00Z' };
const hostile = JSON.parse(readFileSync('hostile.json', 'utf8'));
const [{ name: hostileName }] = hostile.query.events;
const questions = {
  'a trend': {
    query: {
      events: [{ name: 'purchase' }],
      timeRange: may,
      granularity: 'GRANULARITY_DAY',
      aggregation: 'AGGREGATION_SUM',
      aggregationProperty: 'revenue',
      breakdown: { property: '$geo.country' },
    },
  },
  'a funnel': {
    query: {
      events: [{ name: 'page_view' }, { name: 'purchase' }],
      timeRange: may,
      visualization: 'VISUALIZATION_FUNNEL',
      conversionWindow: '604800s',
    },
  },
  'a retention': {
    query: {
      visualization: 'VISUALIZATION_RETENTION',
      startingEvent: { name: 'page_view' },
      returnEvent: { name: 'purchase' },
      timeRange: may,
      granularity: 'GRANULARITY_WEEK',
    },
  },
  'a table': {
    query: {
      events: [{ name: 'page_view', filters: [{ property: 'plan', operator: 'OPERATOR_IN', values: ['pro', 'free'] }] }],
      timeRange: may,
      visualization: 'VISUALIZATION_TABLE',
    },
  },
  'names full of quotes': hostile,
};

before(async () => {
  const strange = [1, 2, 2].map((day, index) => ({
    event: hostileName,
    user: `user-${index}`,
    time: `2026-05-0${day}T12:00:00.000Z`,
    properties: { "pl'an": index === 0 ? '"' : "it's" },
  }));
  service.importEvents('acme', [...events, ...strange]);
  await service.start();
  for (const name of ['gen', 'node_modules']) symlinkSync(join(process.cwd(), name), join(folder, name));
});

after(async () => {
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

const environment = { ...process.env, PATH: `${programs}:${process.env.PATH}`, INSIGHTS_API_KEY: 'an-example-key' };

function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { cwd: folder, env: environment, timeout, ...options }, (error, out, said) =>
      error ? reject(new Error(`${program}: ${error.message}\n${said}`)) : resolve(out),
    );
    child.stdin.end(options.input);
  });
}

const places = {
  server: () => [service.url.slice('http://'.length), 'acme'],
  socket: () => [`unix:${join(service.data, 'insightsd.sock')}`, 'acme', service.data],
};

const snippetOf = (kind, question, place) =>
  run(join(programs, 'contract_snippet'), [kind, ...places[place]()], { input: JSON.stringify(question) });

// The numbers alone: what an answer took differs each time. An absent 0 and a written one are the same.
function numbersOf(text) {
  const { info, ...numbers } = toJson(QueryResponseSchema, fromJson(QueryResponseSchema, JSON.parse(text)));
  assert.ok(info.engine);
  assert.match(JSON.stringify(numbers), /"(value|count)":[1-9]/);
  return numbers;
}

async function programsNumbers(question) {
  const args = ['query', '-', '--data', service.data, '--project', 'acme'];
  return numbersOf(await run('insights-explorer', args, { input: JSON.stringify(question) }));
}

const has = (program, ...args) => spawnSync(program, args, { timeout }).status === 0;
// Debian's packages are those of its own Python, which need not be the first in PATH.
const python = ['python3', '/usr/bin/python3'].find((program) => has(program, '-c', 'import grpc, google.protobuf'));

async function makePythonStubs() {
  const plugin = (await run('/bin/sh', ['-c', 'command -v grpc_python_plugin'])).trim();
  const proto = join(process.cwd(), '../../proto');
  const out = ['--python_out=.', '--grpc_out=.', `--plugin=protoc-gen-grpc=${plugin}`];
  return run('protoc', ['-I', proto, ...out, 'insights/v1/insights.proto']);
}

const runners = {
  'command-line': { file: 'ask.sh', start: () => run('/bin/sh', ['ask.sh']) },
  // Valid as JavaScript as it stands: Node needs no compiler for it.
  typescript: { file: 'ask.mjs', start: () => run(process.execPath, ['ask.mjs']) },
  grpcurl: {
    file: 'ask.sh',
    prepare: () => has('grpcurl', '--version') || symlinkSync(join(process.cwd(), 'grpcurl.mjs'), join(folder, 'grpcurl')),
    start: () => run('/bin/sh', ['ask.sh'], { env: { ...environment, PATH: `${environment.PATH}:${folder}` } }),
  },
  python: {
    file: 'ask.py',
    prepare: makePythonStubs,
    start: () => run(python, ['ask.py']),
    skip: !python && 'no python3 here can import grpc and google.protobuf',
  },
};

for (const [kind, { file, prepare, start, skip }] of Object.entries(runners)) {
  test(`the ${kind} snippet has the program's numbers`, { skip }, async (t) => {
    await prepare?.();
    for (const [name, question] of Object.entries(questions))
      for (const place of Object.keys(places))
        await t.test(`${name}, ${place}`, async () => {
          writeFileSync(join(folder, file), await snippetOf(kind, question, place));
          assert.deepEqual(numbersOf(await start()), await programsNumbers(question));
        });
  });
}

// Compiled with the tests, from hostile.json and for a socket in the folder where it is started.
test("the C++ snippet has the program's numbers", async () => {
  const out = await run(join(programs, 'contract_cpp_snippet'), [], { cwd: service.data });
  assert.deepEqual(numbersOf(out), await programsNumbers(hostile));
});
