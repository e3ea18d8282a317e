import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { loadAdvisories } from '../../src/advisories/load-advisories.ts';
import type { Advisories } from '../../src/advisories/advisory.ts';
import { namedVersions } from '../../src/model/named-versions.ts';
import { projectOf } from '../model/project-of.ts';
import { temporaryDirectory } from '../options/temporary-directory.ts';
import { document } from './documents.ts';

const named = namedVersions(projectOf({}, { 'requirements.txt': 'shop-label==1.4.2\nshopframe==4.0\n' }));
const load = (directory: string, shown: string): Promise<Advisories> =>
  loadAdvisories({ kind: 'files', path: join(directory, shown), shown }, named);

const two = JSON.stringify(document('PYSEC-0000-2'));
const one = `\uFEFF${JSON.stringify(document('PYSEC-0000-1'))}`;
const ids = ({ byPackage }: Advisories): string[] => (byPackage.get('shop-label') ?? []).map(({ id }) => id);

const zipped = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

describe('a folder', () => {
  test('as deep as it goes; files that are no JSON, hidden folders and links are left alone', async () => {
    const directory = temporaryDirectory({
      'osv/b/PYSEC-0000-2.json': two,
      'osv/PYSEC-0000-1.json': one,
      'osv/other.json': JSON.stringify(
        document('A-1', { affected: [{ package: { ecosystem: 'PyPI', name: 'else' } }] }),
      ),
      'osv/npm.json': JSON.stringify(
        document('A-2', { affected: [{ package: { ecosystem: 'npm', name: 'shop-label' } }] }),
      ),
      'osv/README.md': 'words',
      'osv/.git/PYSEC-0000-3.json': '{',
      'elsewhere/PYSEC-0000-4.json': two,
    });
    symlinkSync(join(directory, 'elsewhere'), join(directory, 'osv/link'));
    const read = await load(directory, 'osv');
    expect(ids(read)).toEqual(['PYSEC-0000-1', 'PYSEC-0000-2']);
    expect(read).toMatchObject({ count: 3, from: 'osv', problems: [] });
    expect([...read.byPackage.keys()]).toEqual(['shop-label']);
  });

  test('a file that cannot be read is a problem that names it and why, and the others count', async () => {
    const directory = temporaryDirectory({
      'osv/PYSEC-0000-1.json': one,
      'osv/a/cut.json': two.slice(0, 50),
      'osv/package.json': '{ "name": "shop" }',
      'osv/large.json': ' '.repeat(9 * 1024 * 1024),
    });
    const read = await load(directory, 'osv');
    expect(ids(read)).toEqual(['PYSEC-0000-1']);
    expect(read.problems).toEqual([{ id: 'PVN010', message: expect.any(String), hidesCode: true }]);
    const message = read.problems[0]!.message;
    expect(message).toContain('3 advisories in osv could not be read');
    expect(message).toContain('a/cut.json (it is not JSON: ');
    expect(message).toContain('package.json (it has no "id", so it is no OSV document)');
    expect(message).toContain('large.json (it is larger than 8 MB)');
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['nothing in it', { 'osv/README.md': '' }, 'advisories: osv has no file that ends in .json. Give a folder'],
    [
      'other files',
      { 'osv/tsconfig.json': '{}' },
      'advisories: osv has no advisory that can be read: tsconfig.json (it has no "id"',
    ],
  ])('%s', async (_, files, message) => {
    await expect(load(temporaryDirectory(files), 'osv')).rejects.toThrow(message);
  });
});

describe('a zip file', () => {
  test('is read like a folder', async () => {
    const directory = temporaryDirectory();
    const archive = zipped({ 'PYSEC-0000-2.json': two, 'a/PYSEC-0000-1.json': one, 'b.txt': '{', 'cut.json': '{' });
    writeFileSync(join(directory, 'all.zip'), archive);
    const read = await load(directory, 'all.zip');
    expect(ids(read)).toEqual(['PYSEC-0000-1', 'PYSEC-0000-2']);
    expect(read.count).toBe(2);
    expect(read.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('One advisory in all.zip could not be read, so what it says'),
    ]);
  });

  test('more than is unpacked at one time', async () => {
    const directory = temporaryDirectory();
    const long = (id: string): string => JSON.stringify(document(id, { details: 'words '.repeat(1_200_000) }));
    const files = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [`${index}.json`, long(`PYSEC-0000-${index}`)]),
    );
    writeFileSync(join(directory, 'all.zip'), zipped(files));
    expect(ids(await load(directory, 'all.zip'))).toHaveLength(6);
  });

  test('an entry that says it is smaller than it is, is cut and told', async () => {
    const directory = temporaryDirectory();
    const archive = zipped({ 'PYSEC-0000-1.json': one, 'PYSEC-0000-2.json': two });
    // The size in the central directory, of the last entry.
    const entry = Buffer.from(archive).lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    new DataView(archive.buffer, archive.byteOffset).setUint32(entry + 24, 20, true);
    writeFileSync(join(directory, 'all.zip'), archive);
    const read = await load(directory, 'all.zip');
    expect(ids(read)).toEqual(['PYSEC-0000-1']);
    expect(read.problems[0]!.message).toContain('PYSEC-0000-2.json (it is not JSON');
  });

  test.each<[string, Uint8Array, string]>([
    ['text', strToU8('no archive at all, but words'), 'all.zip is neither a folder nor a zip file that can be read'],
    ['empty', strToU8(''), 'all.zip is neither a folder nor a zip file that can be read'],
    [
      'cut',
      zipped({ 'PYSEC-0000-1.json': one }).subarray(0, 60),
      'all.zip is neither a folder nor a zip file that can be read',
    ],
    ['nothing in it', zipped({ 'README.md': '' }), 'all.zip has no file that ends in .json'],
  ])('%s', async (_, archive, message) => {
    const directory = temporaryDirectory();
    writeFileSync(join(directory, 'all.zip'), archive);
    await expect(load(directory, 'all.zip')).rejects.toThrow(`advisories: ${message}`);
  });
});

test('what is not there', async () => {
  await expect(load(temporaryDirectory(), 'osv')).rejects.toThrow('advisories: osv does not exist');
});
