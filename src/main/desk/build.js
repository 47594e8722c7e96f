// Bundles the desk's scripts. The same sources give the same bytes: versions are pinned by package-lock.json.
import { build } from 'esbuild'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dirname, join, resolve } from 'node:path'

const here = dirname(fileURLToPath(import.meta.url))
const outdir = process.argv[2] ? resolve(process.argv[2]) : resolve(here, '../resources/desk')
mkdirSync(outdir, { recursive: true })

const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: ['writing.js', 'desk.js', 'photos.js'],
  outdir,
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome111', 'firefox115', 'safari16.4'],
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
})

// The licences ask that their text goes with every copy.
const packages = [
  ...new Set(Object.keys(metafile.inputs).flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [])),
].sort()
const legal = packages.map((name) => {
  const folder = join(here, 'node_modules', name)
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = existsSync(folder) && readdirSync(folder).find((f) => /^licen[cs]e/i.test(f))
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`
  return `${name} ${version}\n\n${text}\n`
})
writeFileSync(join(outdir, 'writing.js.LEGAL.txt'), `In writing.js:\n\n${legal.join('\n----\n\n')}`)
