// How names of well-known projects are written. Anything else stays as its own packaging files write it.

const names: Readonly<Record<string, string>> = {
  airflow: 'Airflow',
  ansible: 'Ansible',
  celery: 'Celery',
  cinder: 'Cinder',
  django: 'Django',
  fastapi: 'FastAPI',
  flask: 'Flask',
  glance: 'Glance',
  heat: 'Heat',
  horizon: 'Horizon',
  ironic: 'Ironic',
  jupyter: 'Jupyter',
  keystone: 'Keystone',
  magnum: 'Magnum',
  manila: 'Manila',
  matplotlib: 'Matplotlib',
  neutron: 'Neutron',
  nova: 'Nova',
  numpy: 'NumPy',
  octavia: 'Octavia',
  openstack: 'OpenStack',
  pandas: 'pandas',
  placement: 'Placement',
  pytest: 'pytest',
  pytorch: 'PyTorch',
  scipy: 'SciPy',
  sqlalchemy: 'SQLAlchemy',
  swift: 'Swift',
  tornado: 'Tornado',
  twisted: 'Twisted',
};

/** A project's name as people write it: `openstack` is OpenStack. */
export function displayName(name: string): string {
  const key = name.toLowerCase();
  return Object.hasOwn(names, key) ? names[key]! : name;
}
