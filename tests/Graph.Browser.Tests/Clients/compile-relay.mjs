// Compiles relay/ against the schema that a service gives.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

mkdirSync('generated', { recursive: true });
rmSync('generated/relay', { recursive: true, force: true });
mkdirSync('generated/relay', { recursive: true });
writeFileSync('generated/schema.graphql', await (await fetch(`${process.argv[2]}?sdl`)).text());
execFileSync(process.execPath, ['node_modules/relay-compiler/cli.js', 'relay.config.json'], { stdio: 'inherit' });
