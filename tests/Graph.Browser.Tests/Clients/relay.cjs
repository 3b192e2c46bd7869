// Relay: react-relay's own hooks on artifacts of its compiler. A pagination container forward and backward, an entity refetched through node.
const assert = require('node:assert/strict');
const { createElement: h, Suspense, act } = require('react');
const { create } = require('react-test-renderer');
const { Environment, Network, RecordSource, Store, fetchQuery } = require('relay-runtime');
const { RelayEnvironmentProvider, useLazyLoadQuery, usePaginationFragment } = require('react-relay');

globalThis.IS_REACT_ACT_ENVIRONMENT = true;
const url = process.argv[2];
const artifact = name => require(`./generated/relay/${name}.graphql.js`);
const requests = [];
const environment = new Environment({
  store: new Store(new RecordSource()),
  network: Network.create(async (operation, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: operation.text, variables }),
    });
    const answer = await response.json();
    requests.push(operation.name);
    assert.equal(response.status, 200, JSON.stringify(answer.errors));
    assert.equal(answer.errors, undefined);
    return answer;
  }),
});

// Shows a fragment of a query and gives the latest that its hook returned.
async function show(query, variables, fragment, at = data => data) {
  let latest;
  function Inner({ of }) { latest = usePaginationFragment(fragment, of); return null; }
  function Outer() { return h(Inner, { of: at(useLazyLoadQuery(query, variables)) }); }
  await settle(() => create(h(RelayEnvironmentProvider, { environment }, h(Suspense, { fallback: null }, h(Outer)))), () => latest);
  return () => latest;
}

async function settle(change, done) {
  await act(async () => { change(); });
  for (let i = 0; i < 4000 && !done(); i++) await act(async () => { await new Promise(r => setTimeout(r, 5)); });
  assert.ok(done(), 'settled in time');
}

const load = async (get, next) => {
  let complete = false;
  await settle(() => get()[next](7, { onComplete: error => { assert.ifError(error); complete = true; } }), () => complete);
};

(async () => {
  const forward = await show(artifact('BrowseForwardQuery'), { count: 7 }, artifact('BrowseForward_list'));
  assert.equal(forward().data.entities.edges.length, 7);
  while (forward().hasNext) await load(forward, 'loadNext');
  const ids = forward().data.entities.edges.map(e => e.node.id);
  assert.equal(new Set(ids).size, ids.length, 'no entity twice');

  const backward = await show(artifact('BrowseBackwardQuery'), { count: 7 }, artifact('BrowseBackward_list'));
  assert.equal(backward().hasPrevious, true);
  while (backward().hasPrevious) await load(backward, 'loadPrevious');
  assert.deepEqual(backward().data.entities.edges.map(e => e.node.id), ids, 'both directions agree');

  const key = ids[0];
  const card = await show(artifact('BrowseEntityQuery'), { id: key }, artifact('BrowseEntity_card'), data => data.node.card);
  assert.equal(card().data.id, key);
  assert.ok(card().data.name.length > 0);
  assert.equal(card().data.relationships.edges.length, 2);
  while (card().hasNext) await load(card, 'loadNext');
  const statements = card().data.relationships.edges.map(e => e.node.id);
  assert.equal(new Set(statements).size, statements.length);
  assert.ok(statements.length > 2, 'the rest came by way of node');
  assert.ok(requests.includes('BrowseEntityRefetchQuery'));

  // The ids that the graph gives are Relay's own keys: every one of them is found again.
  const [first] = statements;
  const found = await (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'query($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }', variables: { ids: [first, key, 'nothing'] } }) })).json();
  assert.deepEqual(found.data.nodes.map(n => n?.id ?? null), [first, key, null]);
  assert.equal((await fetchQuery(environment, artifact('BrowseEntityQuery'), { id: 'nothing' }).toPromise()).node, null);
  console.log(`${ids.length} entities, ${statements.length} statements in ${requests.length} requests`);
  process.exit(0);
})().catch(e => { console.error(e); process.exit(1); });
