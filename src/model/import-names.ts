// Which modules a distribution installs, where they are not named like it. In: the name of a distribution, or of a module. Out: the other.
// What is not in the table is named like its distribution, with `_` or `.` for `-`.

/** Modules by the normal name of their distribution; of several distributions with one module the usual one stands first. */
const table: Readonly<Record<string, string>> = {
  'apache-airflow': 'airflow',
  attrs: 'attr attrs',
  beautifulsoup4: 'bs4',
  biopython: 'Bio',
  djangorestframework: 'rest_framework',
  'djangorestframework-simplejwt': 'rest_framework_simplejwt',
  'django-allauth': 'allauth',
  'django-cors-headers': 'corsheaders',
  'django-debug-toolbar': 'debug_toolbar',
  'django-environ': 'environ',
  'django-filter': 'django_filters',
  dnspython: 'dns',
  'factory-boy': 'factory',
  'faiss-cpu': 'faiss',
  'faiss-gpu': 'faiss',
  gitpython: 'git',
  'google-api-python-client': 'googleapiclient apiclient',
  'google-auth': 'google.auth google.oauth2',
  grpcio: 'grpc',
  'kafka-python': 'kafka',
  'markdown-it-py': 'markdown_it',
  mysqlclient: 'MySQLdb',
  'mysql-connector-python': 'mysql.connector',
  'opencv-python': 'cv2',
  'opencv-contrib-python': 'cv2',
  'opencv-contrib-python-headless': 'cv2',
  'opencv-python-headless': 'cv2',
  paddlepaddle: 'paddle',
  'paddlepaddle-gpu': 'paddle',
  pillow: 'PIL',
  'pillow-simd': 'PIL',
  protobuf: 'google.protobuf',
  psycopg2: 'psycopg2',
  'psycopg2-binary': 'psycopg2',
  pycryptodome: 'Crypto',
  pycrypto: 'Crypto',
  pycryptodomex: 'Cryptodome',
  pyjwt: 'jwt',
  pymongo: 'pymongo bson gridfs',
  pymupdf: 'fitz pymupdf',
  pynacl: 'nacl',
  pyopenssl: 'OpenSSL',
  pyserial: 'serial',
  pysaml2: 'saml2',
  pysocks: 'socks',
  'python-box': 'box',
  'python-daemon': 'daemon',
  'python-dateutil': 'dateutil',
  'python-docx': 'docx',
  'python-dotenv': 'dotenv',
  'python-engineio': 'engineio',
  'python-gnupg': 'gnupg',
  'python-jose': 'jose',
  'python-ldap': 'ldap ldif',
  'python-magic': 'magic',
  'python-multipart': 'multipart python_multipart',
  'python-pptx': 'pptx',
  'python-slugify': 'slugify',
  'python-socketio': 'socketio',
  'python3-saml': 'onelogin.saml2',
  pywin32: 'win32api win32con win32com win32file pythoncom pywintypes',
  pyyaml: 'yaml',
  pyzmq: 'zmq',
  'ruamel-yaml': 'ruamel.yaml',
  'scikit-image': 'skimage',
  'scikit-learn': 'sklearn',
  setuptools: 'setuptools pkg_resources',
  'snowflake-connector-python': 'snowflake.connector',
  tensorflow: 'tensorflow',
  'tensorflow-cpu': 'tensorflow',
  'tensorflow-gpu': 'tensorflow',
  'umap-learn': 'umap',
};

const distributions = new Map<string, string>();
for (const [distribution, modules] of Object.entries(table))
  for (const module of modules.split(' ')) if (!distributions.has(module)) distributions.set(module, distribution);

/** Name of the distribution that a top-level module comes from; the module's own if nothing else is known. */
export function distributionOf(module: string): string {
  return distributions.get(module) ?? module;
}

/** True if a dotted name of an import statement lies in what the distribution (by its normal name) installs. */
export function isImportOf(distribution: string, target: string): boolean {
  if (Object.hasOwn(table, distribution))
    return table[distribution]!.split(' ').some((module) => target === module || target.startsWith(`${module}.`));
  const top = target.split('.', 1)[0]!;
  return dashed(top) === distribution || (namespaces.has(top) && `${dashed(target)}-`.startsWith(`${distribution}-`));
}

/** True if something below a top-level name may lie in what the distribution installs. */
export function mayBeImportOf(distribution: string, top: string): boolean {
  if (Object.hasOwn(table, distribution))
    return table[distribution]!.split(' ').some((module) => module.split('.', 1)[0] === top);
  return dashed(top) === distribution || namespaces.has(top);
}

/** `Flask-Login` is `flask_login`, `zope.interface` and `google-cloud-storage` are folders in a folder. */
function dashed(name: string): string {
  return name.toLowerCase().replace(/[._]+/g, '-');
}

// Folders that several distributions share: `google.cloud.storage` is of google-cloud-storage.
const namespaces: ReadonlySet<string> = new Set(
  'airflow aws_cdk azure backports collective google jaraco odoo opentelemetry oslo paho paste plone repoze ruamel sphinxcontrib zope'.split(
    ' ',
  ),
);
