// Makes out/portable/tripline-<version>-<platform>.tar.gz: Node, the built package and its production dependencies with their
// native modules, for a computer without compiler and internet. Linux and macOS, for the platform that it runs on; the recipe
// for Windows is in docs/en/how-to/portable.md.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const platform = `${process.platform}-${process.arch}`;
if (process.platform === 'win32') throw new Error('on Windows follow docs/en/how-to/portable.md');
const name = `tripline-${version}-${platform}`;
const out = join(root, 'out', 'portable');
const stage = join(out, name);
rmSync(stage, { recursive: true, force: true });
mkdirSync(join(stage, 'app'), { recursive: true });
const npm = (...words) => execFileSync('npm', words, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });

// The built package, as it is published.
const packed = JSON.parse(npm('pack', '--ignore-scripts', '--json', '--pack-destination', out));
const [{ filename }] = Array.isArray(packed) ? packed : Object.values(packed);
execFileSync('tar', ['xzf', join(out, filename), '-C', join(stage, 'app'), '--strip-components=1']);
rmSync(join(out, filename));

// Production dependencies, without what is only needed to compile. node-snap7 serves tests and benchmarks alone.
const listed = npm('ls', '--omit=dev', '--all', '--parseable').trim().split('\n').slice(1);
const left =
  /(^|\/)(node_modules\/node-snap7|prebuild-install|build\/Release\/(obj|\.deps)|better-sqlite3\/(deps|src))(\/|$)/;
for (const folder of new Set(listed)) {
  const at = relative(root, folder);
  if (!at.startsWith(`node_modules${sep}`) || left.test(at.replaceAll(sep, '/'))) continue;
  cpSync(folder, join(stage, 'app', at), {
    recursive: true,
    dereference: true,
    filter: (from) => {
      const inside = relative(folder, from).replaceAll(sep, '/');
      // What is nested stands in the list by itself.
      return (
        !/(^|\/)node_modules$/.test(inside) &&
        !left.test(`${at}/${inside}`.replaceAll(sep, '/')) &&
        !/\.(map|o|a)$/.test(inside)
      );
    },
  });
}

// The same Node that the native modules were compiled for, from the registry: what the package `node` installs.
const node = join(out, `node-${process.versions.node}`);
execFileSync('npm', [
  'install',
  '--silent',
  '--no-audit',
  '--no-fund',
  '--ignore-scripts',
  '--prefix',
  node,
  `node-${platform}@${process.versions.node}`,
]);
const from = join(node, 'node_modules', `node-${platform}`);
mkdirSync(join(stage, 'node'));
cpSync(join(from, 'bin', 'node'), join(stage, 'node', 'node'));
cpSync(join(from, 'LICENSE'), join(stage, 'node', 'LICENSE'));

writeFileSync(
  join(stage, 'tripline'),
  '#!/bin/sh\nhere=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)\nexec "$here/node/node" "$here/app/dist/cli/main.js" "$@"\n',
);
chmodSync(join(stage, 'tripline'), 0o755);
execFileSync('tar', ['czf', `${stage}.tar.gz`, '-C', out, name]);
console.log(`${relative('.', stage)}.tar.gz`);
