// Loaded before the program: what is meant for OSV's database goes to the server that OSV_SERVER names.
const send = globalThis.fetch;

globalThis.fetch = (url, options) => {
  const { href } = new URL(url.url ?? url);
  const to = href.startsWith('https://api.osv.dev/')
    ? href.replace('https://api.osv.dev', process.env.OSV_SERVER)
    : url;
  return send(to, options);
};
