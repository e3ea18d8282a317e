import { expect, test } from 'vitest';
import { distributionOf, isImportOf } from '../../src/model/import-names.ts';

test.each<[distribution: string, target: string, is: boolean]>([
  ['requests', 'requests', true],
  ['requests', 'requests.adapters.HTTPAdapter', true],
  ['requests', 'requests_mock', false],
  ['flask-login', 'flask_login.login_user', true],
  ['flask-json', 'flask.json', false],
  ['django', 'django.db.models', true],
  ['pyyaml', 'yaml.load', true],
  ['pyyaml', 'pyyaml', false],
  ['pillow', 'PIL', true],
  ['google-cloud-storage', 'google.cloud.storage.Client', true],
  ['google-cloud-storage', 'google.cloud.bigquery', false],
  ['zope-interface', 'zope.interface', true],
  ['setuptools', 'pkg_resources', true],
  ['wtforms', 'WTForms', true],
  ['constructor', 'yaml', false],
])('%s as %s: %s', (distribution, target, is) => expect(isImportOf(distribution, target)).toBe(is));

test.each([
  ['yaml', 'pyyaml'],
  ['cv2', 'opencv-python'],
  ['psycopg2', 'psycopg2'],
  ['tensorflow', 'tensorflow'],
  ['Crypto', 'pycryptodome'],
  ['requests', 'requests'],
])('%s comes from %s', (module, distribution) => expect(distributionOf(module)).toBe(distribution));
