// Bundles the page into the folder given: graphiql.js and graphiql.css, compressed, for the program to carry.
import { gzipSync } from 'node:zlib';
import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const out = process.argv[2];
const { outputFiles } = await build({
  entryPoints: ['main.jsx'],
  outdir: out,
  entryNames: 'graphiql',
  bundle: true,
  write: false,
  minify: true,
  keepNames: true, // GraphiQL names its icons after their components
  format: 'esm',
  target: 'es2022',
  loader: { '.svg': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl' },
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});
mkdirSync(out, { recursive: true });
for (const { path, contents } of outputFiles) writeFileSync(`${path}.gz`, gzipSync(contents, { level: 9 }));
