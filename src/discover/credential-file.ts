// Files that are made to hold credentials: `.env`, keys of SSH, settings of package indexes, clusters and clouds. In: a path. Out: of
// which form the file is. Leaves alone: files that show how such a file is filled in.

export type CredentialForm = 'assignments' | 'key' | 'netrc' | 'yaml';

const templates = /(?:^|[._-])(?:example|examples|sample|dist|template|tmpl|tpl|schema|defaults?)(?:[._-]|$)/i;

/** The form of a file that holds credentials by its name; undefined for every other. */
export function credentialForm(path: string): CredentialForm | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (templates.test(name)) return undefined;
  if (/^id_(?:rsa|dsa|ecdsa|ed25519)$/.test(name)) return 'key';
  if (/^[._]netrc$/.test(name)) return 'netrc';
  if (/^\.?kubeconfig$|\.kubeconfig$/.test(name) || /(?:^|\/)\.kube\/config$/.test(path)) return 'yaml';
  if (/^\.env(?:\.[\w.-]+)?$|^[\w-]+\.env$|^\.pypirc$|^\.npmrc$|\.tfvars$/.test(name)) return 'assignments';
  return /(?:^|\/)\.aws\/credentials$/.test(path) || name === 'credentials' ? 'assignments' : undefined;
}
