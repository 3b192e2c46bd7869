// Apollo Client: normalised cache, Relay-style pagination, automatic persisted queries by GET.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';

const uri = process.argv[2];
const requests = [];
const watched = async (url, options) => {
  const response = await fetch(url, options);
  requests.push({ method: options.method, url: String(url), status: response.status, type: response.headers.get('content-type') });
  return response;
};
const sdl = await (await fetch(`${uri}?sdl`)).text();
const kinds = [...sdl.matchAll(/^type (\w+) implements .*\bEntity\b/gm)].map(m => m[1]);
assert.ok(kinds.length > 1, 'kinds of the schema');
const cache = new InMemoryCache({
  possibleTypes: { Entity: kinds },
  typePolicies: { Query: { fields: { entities: relayStylePagination(['where', 'orderBy']) } } },
});
const persisted = new PersistedQueryLink({ sha256: text => createHash('sha256').update(text).digest('hex'), useGETForHashedQueries: true });
const client = new ApolloClient({ cache, link: ApolloLink.from([persisted, new HttpLink({ uri, fetch: watched })]) });

// All entities, page by page, as one growing list.
const Page = gql`query Page($after: String) {
  entities(first: 7, after: $after, orderBy: {field: NAME}) { totalCount edges { cursor node { id name } } pageInfo { hasNextPage endCursor } }
}`;
const pages = client.watchQuery({ query: Page });
let data;
pages.subscribe(result => { if (result.dataState === 'complete') data = result.data; });
const until = async ready => { for (let i = 0; i < 4000 && !ready(); i++) await new Promise(r => setTimeout(r, 5)); assert.ok(ready(), 'shown in time'); };
await until(() => data);
assert.deepEqual(requests.map(r => [r.method, r.status]).slice(0, 2), [['GET', 404], ['POST', 200]], 'unknown by its hash at first, then sent with it');
assert.match(requests[0].type, /^application\/graphql-response\+json; charset=utf-8$/);
assert.ok(!requests[0].url.includes('query='), 'the hash alone');
while (data.entities.pageInfo.hasNextPage) {
  const before = data.entities.edges.length;
  await pages.fetchMore({ variables: { after: data.entities.pageInfo.endCursor } });
  await until(() => data.entities.edges.length > before);
}
const ids = data.entities.edges.map(e => e.node.id);
assert.equal(ids.length, data.entities.totalCount);
assert.equal(new Set(ids).size, ids.length, 'no entity twice');
assert.equal(requests.filter(r => r.status !== 200).length, 1, 'known by its hash from then on');

// One object per id: what another query learns shows in what is already there, without asking again.
const asked = requests.length;
const One = gql`query One($id: ID!) { node(id: $id) { __typename id ... on Entity { name key } } }`;
const one = await client.query({ query: One, variables: { id: ids[0] } });
assert.equal(one.data.node.key, ids[0]);
await client.query({ query: One, variables: { id: ids[0] } });
assert.equal(requests.length, asked + 2, 'answered from the cache the second time');
assert.equal(cache.readFragment({ id: cache.identify(one.data.node), fragment: gql`fragment N on Entity { id name key }` }).name, data.entities.edges[0].node.name);

// Errors arrive as errors of the query, with the code.
const failed = await client.query({ query: gql`query Bad { entities(after: "x") { totalCount } }`, errorPolicy: 'all' });
assert.equal(failed.error.errors[0].extensions.code, 'BAD_CURSOR');
await assert.rejects(client.query({ query: gql`query Wrong { nothing }` }), e => e.errors[0].extensions.code === 'VALIDATION_FAILED');
console.log(`${ids.length} entities in ${requests.length} requests`);
process.exit(0);
