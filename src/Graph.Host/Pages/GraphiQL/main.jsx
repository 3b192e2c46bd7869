// GraphiQL on this service, its first tabs filled with queries about the graph that the service made.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import './page.css';

const endpoint = new URL('graphql', document.baseURI).href;

// GraphiQL learns the operations of a tab a moment after it was opened; run before that, it names one of the tab before.
function named({ operationName, ...request }) {
  return operationName && request.query.includes(operationName) ? { ...request, operationName } : request;
}

async function fetcher(request) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json;q=0.9' },
    body: JSON.stringify(named(request)),
  });
  return response.json();
}

// A query in the address comes first: a link to the page may show one.
function asked() {
  const parameters = new URLSearchParams(location.search);
  const query = parameters.get('query');
  return query ? { query, variables: parameters.get('variables') ?? undefined } : undefined;
}

async function examples() {
  try {
    return await (await fetch(new URL('graphiql/examples.json', document.baseURI))).json();
  } catch {
    return [];
  }
}

const shown = asked();
const tabs = [...shown ? [shown] : [], ...await examples()];
createRoot(document.getElementById('graphiql')).render(createElement(GraphiQL, {
  fetcher,
  ...shown, // for who comes again: the tabs of last time are kept, and defaultTabs are not looked at
  defaultTabs: tabs.length > 0 ? tabs : undefined,
  shouldPersistHeaders: false,
  defaultEditorToolsVisibility: false,
}));
