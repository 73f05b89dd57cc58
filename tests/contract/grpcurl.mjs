#!/usr/bin/env node
// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Stands in for grpcurl where it is not installed (Debian 12 has no package of it): the options the snippet uses, with the
// meaning that grpcurl's manual gives them, and no others.

import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

import { createRegistry, fromJson, toJsonString } from '@bufbuild/protobuf';
import { createClient } from '@connectrpc/connect';
import { createGrpcTransport } from '@connectrpc/connect-node';

import { file_insights_v1_insights as api } from './gen/insights/v1/insights_pb.js';

// Options of one dash, as Go's flag package reads them.
const { values, positionals } = parseArgs({
  args: process.argv.slice(2).map((word) => word.replace(/^-(\w[\w-]+)$/, '--$1')),
  allowPositionals: true,
  strict: true,
  options: {
    plaintext: { type: 'boolean' },
    unix: { type: 'boolean' },
    'max-msg-sz': { type: 'string' },
    'emit-defaults': { type: 'boolean' },
    'expand-headers': { type: 'boolean' },
    header: { type: 'string', short: 'H', multiple: true },
    data: { type: 'string', short: 'd' },
  },
});
const [address, method, ...rest] = positionals;
if (rest.length > 0 || !values.plaintext || values.data !== '@') throw new Error(`not understood: ${process.argv}`);

const headers = values.header.map((header) => {
  const [, name, value] = header.match(/^([\w-]+): ?(.*)$/s);
  return [name, values['expand-headers'] ? value.replace(/\$\{(\w+)\}/g, (_, variable) => process.env[variable]) : value];
});
const [serviceName, methodName] = method.split('/');
const service = createRegistry(api).getService(serviceName);
const { localName, input, output } = service.methods.find((known) => known.name === methodName);
const transport = createGrpcTransport({
  baseUrl: values.unix ? 'http://localhost' : `http://${address}`,
  readMaxBytes: Number(values['max-msg-sz']),
  nodeOptions: values.unix ? { createConnection: () => connect(address) } : {},
});
const request = fromJson(input, JSON.parse(await text(process.stdin)));
const response = await createClient(service, transport)[localName](request, { headers: new Headers(headers) });
process.stdout.write(toJsonString(output, response, { alwaysEmitImplicit: values['emit-defaults'], prettySpaces: 2 }));
process.exit();
