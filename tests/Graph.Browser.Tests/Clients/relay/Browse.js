// What the relay compiler compiles; the artifacts are what Browse.cjs runs.
graphql`
  query BrowseForwardQuery($count: Int!, $cursor: String) {
    ...BrowseForward_list @arguments(count: $count, cursor: $cursor)
  }
`;
graphql`
  fragment BrowseForward_list on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 5 }, cursor: { type: "String" })
  @refetchable(queryName: "BrowseForwardPaginationQuery") {
    entities(first: $count, after: $cursor, orderBy: { field: DEGREE, order: DESC }) @connection(key: "BrowseForward_entities") {
      edges { node { id ...BrowseEntity_card } }
    }
  }
`;
graphql`
  query BrowseBackwardQuery($count: Int!, $cursor: String) {
    ...BrowseBackward_list @arguments(count: $count, cursor: $cursor)
  }
`;
graphql`
  fragment BrowseBackward_list on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 5 }, cursor: { type: "String" })
  @refetchable(queryName: "BrowseBackwardPaginationQuery") {
    entities(last: $count, before: $cursor, orderBy: { field: DEGREE, order: DESC }) @connection(key: "BrowseBackward_entities") {
      edges { node { id } }
    }
  }
`;
graphql`
  query BrowseEntityQuery($id: ID!) { node(id: $id) { ...BrowseEntity_card @alias(as: "card") } }
`;
graphql`
  fragment BrowseEntity_card on Entity @refetchable(queryName: "BrowseEntityRefetchQuery")
  @argumentDefinitions(statements: { type: "Int", defaultValue: 2 }, after: { type: "String" }) {
    id
    name
    relationships(first: $statements, after: $after) @connection(key: "BrowseEntity_relationships") {
      edges { node { id sentence } }
    }
  }
`;
