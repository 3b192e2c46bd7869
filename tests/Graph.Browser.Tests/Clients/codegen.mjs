// graphql-codegen's client preset against the schema that a service gives, then the type checker over what uses it.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const url = process.argv[2];
rmSync('generated/codegen', { recursive: true, force: true });
const run = (script, ...args) => execFileSync(process.execPath, [`node_modules/${script}`, ...args], { stdio: 'inherit', env: { ...process.env, GRAPH_URL: url } });
run('@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.yml');
run('typescript/bin/tsc', '--project', 'tsconfig.json');
