// urql: fetching with its persisted exchange by GET, network-only and cached reads, errors.
import assert from 'node:assert/strict';
import { Client, cacheExchange, fetchExchange, gql } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';

const url = process.argv[2];
const requests = [];
const watched = async (to, options) => {
  const response = await fetch(to, options);
  requests.push({ method: options?.method ?? 'GET', url: String(to), status: response.status });
  return response;
};
const client = new Client({
  url,
  fetch: watched,
  preferGetMethod: false,
  exchanges: [cacheExchange, persistedExchange({ preferGetForPersistedQueries: true }), fetchExchange],
});

const Page = gql`query Page($after: String) { statements(first: 20, after: $after) { totalCount nodes { __typename id sentence } pageInfo { hasNextPage endCursor } } }`;
const seen = [];
let after = null, total = 0;
do {
  const { data, error } = await client.query(Page, { after }).toPromise();
  assert.ifError(error);
  seen.push(...data.statements.nodes.map(n => n.id));
  total = data.statements.totalCount;
  after = data.statements.pageInfo.hasNextPage ? data.statements.pageInfo.endCursor : null;
} while (after);
assert.equal(seen.length, total);
assert.equal(new Set(seen).size, total, 'no statement twice');
const unknown = requests.filter(r => r.status !== 200);
assert.deepEqual(unknown.map(r => [r.method, r.status]), [['GET', 404]], 'only the first hash was not known');
assert.ok(requests.slice(2).every(r => r.method === 'GET' && !r.url.includes('query=')), 'then the hash alone');

const asked = requests.length;
await client.query(Page, { after: null }).toPromise();
assert.equal(requests.length, asked, 'from the cache');
const again = await client.query(Page, { after: null }, { requestPolicy: 'network-only' }).toPromise();
assert.equal(requests.length, asked + 1);
assert.equal(again.data.statements.nodes[0].id, seen[0]);

const wrong = await client.query(gql`query Wrong { nothing }`, {}).toPromise();
assert.equal(wrong.error.graphQLErrors[0].extensions.code, 'VALIDATION_FAILED');
const part = await client.query(gql`query Part { articles { __typename id } entities(after: "x") { totalCount } }`, {}).toPromise();
assert.equal(part.error.graphQLErrors[0].extensions.code, 'BAD_CURSOR');
assert.ok(part.data.articles.length > 0, 'what did not fail is there');
console.log(`${total} statements in ${requests.length} requests`);
