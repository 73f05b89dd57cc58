// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const startMs = 60_000;
const stopMs = 20_000;

// One insightsd with a data folder of its own; both are gone after stop().
export class LocalService {
  constructor(program) {
    if (!program) throw new Error('INSIGHTSD must name the insightsd to test');
    this.program = program;
    this.folder = mkdtempSync(join(tmpdir(), 'insights-contract-'));
    this.data = join(this.folder, 'data');
  }

  // Makes the project of these events.
  importEvents(project, events) {
    const file = join(this.folder, 'events.ndjson');
    writeFileSync(file, events.map((event) => JSON.stringify(event) + '\n').join(''));
    execFileSync(this.program, ['import', '--data', this.data, '--project', project, file], { timeout: startMs });
  }

  // Ready for calls when it returns.
  async start() {
    const args = ['serve', '--data', this.data, '--listen', '127.0.0.1:0', '--exit-with-stdin'];
    this.process = spawn(this.program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const timer = setTimeout(() => this.process.kill('SIGKILL'), startMs);
    const lines = createInterface({ input: this.process.stdout });
    const address = await new Promise((resolve, reject) => {
      lines.on('line', (line) => line.startsWith('READY ') && resolve(line.slice('READY '.length).trim()));
      this.process.once('error', reject);
      this.process.once('exit', () => reject(new Error('insightsd ended, or was ended, before it was READY')));
    }).finally(() => clearTimeout(timer));
    this.url = `http://${address}`;
  }

  // Lets it end as its parent's end would, and insists if it does not.
  async stop() {
    try {
      if (this.process && this.process.exitCode === null && this.process.signalCode === null) {
        const ended = once(this.process, 'exit');
        this.process.stdin.end();
        const timer = setTimeout(() => this.process.kill('SIGKILL'), stopMs);
        const [code, signal] = await ended;
        clearTimeout(timer);
        if (code !== 0) throw new Error(`insightsd did not end well when its stdin closed: ${signal ?? code}`);
      }
    } finally {
      rmSync(this.folder, { recursive: true, force: true });
    }
  }
}
