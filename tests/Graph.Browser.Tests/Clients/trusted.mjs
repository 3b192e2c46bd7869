// The documents that graphql-codegen wrote down are asked for by their ids, of a service that answers nothing else.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const url = process.argv[2];
const documents = JSON.parse(readFileSync('generated/codegen/persisted-documents.json', 'utf8'));
const [[hash, text]] = Object.entries(documents);
const ask = async body => (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json();
const variables = { first: 5, statuses: ['STATED', 'PLANNED'] };
for (const body of [{ documentId: hash }, { documentId: `sha256:${hash}` }, { id: hash }, { query: text }]) {
  const { data, errors } = await ask({ ...body, variables });
  assert.equal(errors, undefined, JSON.stringify(errors));
  assert.equal(data.statements.nodes.length, 5);
}
const refused = await ask({ query: '{ articles { id } }' });
assert.equal(refused.errors[0].extensions.code, 'BAD_REQUEST');
console.log(`asked by ${hash}`);
