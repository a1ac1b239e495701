// Prints what is wrong with the API documents; ends with 1 where anything is, warnings and hints too.
import { Parser, fromFile } from '@asyncapi/parser';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const documents = join(here, '..');
const named = (ending) =>
  readdirSync(documents).filter((name) => name.endsWith(ending)).map((name) => join(documents, name));

function openApi(files) {
  const spectral = join(here, 'node_modules', '.bin', 'spectral');
  const rules = join(here, '.spectral.yaml');
  const options = ['--ruleset', rules, '--fail-severity', 'hint'];
  return spawnSync(spectral, ['lint', ...options, ...files], { stdio: 'inherit' }).status === 0;
}

async function asyncApi(file) {
  const { document, diagnostics } = await fromFile(new Parser(), file).parse();
  for (const found of diagnostics) {
    const { line, character } = found.range.start;
    console.log(`${file}:${line + 1}:${character + 1} ${found.code} ${found.message} ${found.path.join('.')}`);
  }
  console.log(`${file}: ${diagnostics.length} problems`);
  return document !== undefined && diagnostics.length === 0;
}

const outcomes = [openApi(named('.openapi.yaml'))];
for (const file of named('.asyncapi.yaml')) {
  outcomes.push(await asyncApi(file));
}
process.exit(outcomes.every(Boolean) ? 0 : 1);
