// Answers from memory what the benchmark asks. ANSWERS names a file of JSON: for each key the entity as it is answered; PEER is yoga or mercurius. Prints its address when it answers.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';

const entities = new Map(Object.entries(JSON.parse(readFileSync(process.env.ANSWERS, 'utf8'))));
const typeDefs = `
  enum Direction { ANY OUT IN }
  type Query { entity(key: String): Entity }
  type Entity { key: String! name: String! relationships(direction: Direction, first: Int): EntityRelationshipConnection! }
  type EntityRelationshipConnection { edges: [EntityRelationshipEdge!]! }
  type EntityRelationshipEdge { node: Relationship! other: Entity! }
  type Relationship { type: String! status: String! }`;
const resolvers = { Query: { entity: (_, { key }) => entities.get(key) } };

async function yoga() {
  const { createSchema, createYoga } = await import('graphql-yoga');
  const server = createServer(createYoga({ schema: createSchema({ typeDefs, resolvers }), graphiql: false, logging: false, landingPage: false }));
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${server.address().port}/graphql`;
}

async function mercurius() {
  const { default: fastify } = await import('fastify');
  const { default: plugin } = await import('mercurius');
  const app = fastify();
  app.register(plugin, { schema: typeDefs, resolvers, jit: 1 });
  return `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
}

console.log(await { yoga, mercurius }[process.env.PEER]());
