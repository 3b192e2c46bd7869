// Typed by graphql-codegen from the schema that the service gives; type-checked, then its documents are asked for by id.
import { graphql } from '../generated/codegen/gql';
import type { BrowseQuery, BrowseQueryVariables } from '../generated/codegen/graphql';

export const Browse = graphql(`
  query Browse($first: Int!, $statuses: [Status!]) {
    statements(first: $first, where: { status: { in: $statuses } }) {
      totalCount
      nodes {
        __typename
        id
        sentence(lang: EN)
        status
        evidence(lang: EN) { quote passage { number } }
        ... on Relationship { type source { ...EntityName } target { ...EntityName } }
      }
    }
  }
`);

export const EntityName = graphql(`
  fragment EntityName on Entity { key name kind }
`);

export function sentences(answer: BrowseQuery): string[] {
  return (answer.statements?.nodes ?? []).map(node => `${node.sentence} (${node.status}, ${node.evidence[0]?.passage.number ?? 0})`);
}

export const variables: BrowseQueryVariables = { first: 5, statuses: ['STATED', 'PLANNED'] };

// @ts-expect-error a status that the schema does not have
export const wrong: BrowseQueryVariables = { first: 5, statuses: ['CERTAIN'] };
