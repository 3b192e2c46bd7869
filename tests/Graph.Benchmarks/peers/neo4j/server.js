// What people serve a Neo4j graph by otherwise. Bolt address, user and password come from the environment; prints its address when it answers.
import { createServer } from 'node:http';
import { Neo4jGraphQL } from '@neo4j/graphql';
import neo4j from 'neo4j-driver';
import { createYoga } from 'graphql-yoga';

const types = Array.from({ length: 20 }, (_, n) => String(n).padStart(2, '0'));
const affirmed = types.map(n => `RELATES_${n}`).join('|');
const typeDefs = `
  type Entity @node(labels: ["_Entity"]) {
    key: String!
    name: String!
    degree: Int! @alias(property: "_degree")
    ${types.map(n => `
    relates${Number(n)}: [Entity!]! @relationship(type: "RELATES_${n}", direction: OUT, properties: "Statement")
    related${Number(n)}: [Entity!]! @relationship(type: "RELATES_${n}", direction: IN, properties: "Statement")`).join('')}
  }
  type Statement @relationshipProperties {
    status: String!
    validFrom: String
  }
  type Query {
    search(phrase: String!, first: Int!): [Entity!]! @cypher(
      statement: "CALL db.index.fulltext.queryNodes('graph_name_terms', $phrase, {limit: $first}) YIELD node MATCH (e:_Entity {key: node.entity}) RETURN e", columnName: "e")
    path(from: String!, to: String!): [String!]! @cypher(
      statement: "MATCH p = shortestPath((:_Entity {key: $from})-[:${affirmed}*..4]-(:_Entity {key: $to})) UNWIND nodes(p) AS n RETURN n.key AS key", columnName: "key")
  }`;

const driver = neo4j.driver(process.env.NEO4J_BOLT, neo4j.auth.basic(process.env.NEO4J_USER, process.env.NEO4J_PASSWORD));
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const yoga = createYoga({ schema, graphiql: false, logging: false, landingPage: false, context: { sessionConfig: { database: process.env.NEO4J_DATABASE } } });
const server = createServer(yoga);
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/graphql`));
