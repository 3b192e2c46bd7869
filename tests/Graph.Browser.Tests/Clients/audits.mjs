// Runs the audits of GraphQL over HTTP; fails when a MUST or a SHOULD is not kept.
import { auditServer } from 'graphql-http';

const results = await auditServer({ url: process.argv[2], fetchFn: fetch });
let [kept, broken] = [0, 0];
for (const { id, name, status, reason } of results) {
  const may = name.startsWith('MAY');
  if (status === 'ok') kept += may ? 0 : 1;
  else {
    console.log(`${status} ${id} ${name}: ${reason}`);
    broken += may ? 0 : 1;
  }
}
console.log(`${kept} kept, ${broken} broken`);
process.exitCode = broken === 0 ? 0 : 1;
