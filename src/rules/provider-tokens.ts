// Formats of the tokens that providers issue, as they publish them: the data of PV401 (security-catalogue.md §9.4).
// A format with `starts` or `holds` is known by that and counts anywhere; one with `context` is only a run of characters, so a
// name beside it has to say whose it is. Patterns have flag `u`; boundaries are added where they are compiled.

/** How a token can be checked without asking its provider. */
export type TokenCheck =
  /** The last 6 characters are the CRC-32 of what stands between prefix and them, in base 62. */
  | 'crc32-base62'
  /** The last 8 characters are the CRC-32 of all before `_`, little-endian, in hexadecimal. */
  | 'crc32-hex'
  /** The first part is base64url of JSON with `alg`. */
  | 'jwt-header'
  /** The first part is base64 of a decimal number. */
  | 'numeric-id';

export interface ProviderToken {
  readonly id: string;
  /** "GitHub token": stands in the message. */
  readonly name: string;
  /** The token begins with one of these, as published; it is shown in the message. */
  readonly starts?: readonly string[];
  /** One of these stands somewhere in the token. */
  readonly holds?: readonly string[];
  /** The name the text is given to, or the text before it on its line. */
  readonly context?: string;
  /** The whole token. A group `body` is what must not look typed, if that is not all behind the start. */
  readonly pattern: string;
  readonly check?: TokenCheck;
  /** To review only: a sandbox, something public by design, short-lived, or worthless alone. */
  readonly hotspot?: true;
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Formats with a published start. */
const published: readonly ProviderToken[] = [
  // Code hosts, package registries, builds
  {
    id: 'github',
    name: 'GitHub token',
    starts: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
    pattern: 'gh[pousr]_[A-Za-z0-9]{36}',
    check: 'crc32-base62',
  },
  {
    id: 'github-fine-grained',
    name: 'GitHub fine-grained token',
    starts: ['github_pat_'],
    pattern: 'github_pat_[A-Za-z0-9_]{82}',
  },
  {
    id: 'gitlab',
    name: 'GitLab token',
    starts: ['glpat-', 'glptt-', 'gldt-', 'glrt-', 'glcbt-', 'gloas-', 'glft-', 'glagent-', 'glsoat-', 'glimt-'],
    pattern: 'gl(?:pat|ptt|dt|rt|cbt|oas|ft|agent|soat|imt)-[A-Za-z0-9_-]{20,}(?:\\.[a-z0-9]{2}\\.[a-z0-9]{9})?',
  },
  { id: 'atlassian', name: 'Atlassian API token', starts: ['ATATT3'], pattern: 'ATATT3[A-Za-z0-9_=-]{180,}' },
  { id: 'bitbucket', name: 'Bitbucket app password', starts: ['ATBB'], pattern: 'ATBB[A-Za-z0-9]{24,32}' },
  { id: 'npm', name: 'npm token', starts: ['npm_'], pattern: 'npm_[A-Za-z0-9]{36}', check: 'crc32-base62' },
  {
    id: 'pypi',
    name: 'PyPI token',
    starts: ['pypi-AgEIcHlwaS5vcmc'],
    pattern: 'pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,}',
  },
  {
    id: 'test-pypi',
    name: 'TestPyPI token',
    starts: ['pypi-AgENdGVzdC5weXBpLm9yZ'],
    pattern: 'pypi-AgENdGVzdC5weXBpLm9yZ[A-Za-z0-9_-]{50,}',
    hotspot: true,
  },
  { id: 'rubygems', name: 'RubyGems key', starts: ['rubygems_'], pattern: 'rubygems_[0-9a-f]{48}' },
  { id: 'clojars', name: 'Clojars token', starts: ['CLOJARS_'], pattern: 'CLOJARS_[a-z0-9]{60}' },
  {
    id: 'docker-hub',
    name: 'Docker Hub token',
    starts: ['dckr_pat_', 'dckr_oat_'],
    pattern: 'dckr_[op]at_[A-Za-z0-9_-]{27,32}',
  },
  { id: 'jfrog', name: 'JFrog API key', starts: ['AKCp'], pattern: 'AKCp[A-Za-z0-9]{69}' },
  { id: 'jfrog-reference', name: 'JFrog reference token', starts: ['cmVmdGtu'], pattern: 'cmVmdGtu[A-Za-z0-9]{56}' },
  {
    id: 'circleci',
    name: 'CircleCI token',
    starts: ['CCIPAT_', 'CCIPRJ_'],
    pattern: 'CCIP(?:AT|RJ)_[A-Za-z0-9]{22}_[0-9a-f]{40}',
  },
  { id: 'buildkite', name: 'Buildkite token', starts: ['bkua_'], pattern: 'bkua_[0-9a-f]{40}' },
  {
    id: 'harness',
    name: 'Harness token',
    starts: ['pat.', 'sat.'],
    pattern: '(?:pat|sat)\\.[A-Za-z0-9_-]{22}\\.[0-9a-f]{24}\\.[A-Za-z0-9]{20}',
  },
  { id: 'sonarqube', name: 'SonarQube token', starts: ['squ_', 'sqp_', 'sqa_'], pattern: 'sq[upa]_[0-9a-f]{40}' },
  {
    id: 'sourcegraph',
    name: 'Sourcegraph token',
    starts: ['sgp_'],
    pattern: 'sgp_(?:(?:[0-9a-f]{16}|local)_)?[0-9a-f]{40}',
  },
  { id: 'postman', name: 'Postman API key', starts: ['PMAK-'], pattern: 'PMAK-[0-9a-f]{24}-[0-9a-f]{34}' },
  { id: 'readme', name: 'ReadMe API key', starts: ['rdme_'], pattern: 'rdme_[a-z0-9]{70}' },

  // Clouds and infrastructure
  { id: 'aws', name: 'AWS access key id', starts: ['AKIA', 'ABIA', 'ACCA'], pattern: '(?:AKIA|ABIA|ACCA)[A-Z2-7]{16}' },
  {
    id: 'aws-temporary',
    name: 'temporary AWS access key id',
    starts: ['ASIA'],
    pattern: 'ASIA[A-Z2-7]{16}',
    hotspot: true,
  },
  { id: 'google-api', name: 'Google API key', starts: ['AIza'], pattern: 'AIza[0-9A-Za-z_-]{35}' },
  {
    id: 'google-oauth-secret',
    name: 'Google OAuth client secret',
    starts: ['GOCSPX-'],
    pattern: 'GOCSPX-[A-Za-z0-9_-]{28}',
  },
  {
    id: 'google-oauth-token',
    name: 'Google OAuth access token',
    starts: ['ya29.'],
    pattern: 'ya29\\.[A-Za-z0-9_-]{60,}',
    hotspot: true,
  },
  {
    id: 'azure-storage',
    name: 'Azure storage account key',
    starts: ['AccountKey='],
    pattern: 'AccountKey=(?!Eby8vdM02xNOcqFl)[A-Za-z0-9+/]{86}==',
  },
  {
    id: 'azure-shared-access',
    name: 'Azure shared access key',
    starts: ['SharedAccessKey='],
    pattern: 'SharedAccessKey=[A-Za-z0-9+/]{43}=',
  },
  {
    id: 'azure-sas',
    name: 'Azure shared access signature',
    holds: ['sig='],
    pattern: '[?&]sv=\\d{4}-\\d\\d-\\d\\d&\\S*sig=(?<body>[A-Za-z0-9%+/]{43,60}(?:%3D|%3d|=))',
    hotspot: true,
  },
  {
    id: 'azure-ad',
    name: 'Microsoft Entra client secret',
    holds: ['7Q~', '8Q~'],
    pattern: '[A-Za-z0-9_~.-]{3}[78]Q~[A-Za-z0-9_~.-]{31,34}',
  },
  { id: 'alibaba', name: 'Alibaba Cloud access key id', starts: ['LTAI'], pattern: 'LTAI[A-Za-z0-9]{20}' },
  { id: 'yandex', name: 'Yandex Cloud API key', starts: ['AQVN'], pattern: 'AQVN[A-Za-z0-9_-]{35,38}' },
  {
    id: 'digitalocean',
    name: 'DigitalOcean token',
    starts: ['dop_v1_', 'doo_v1_', 'dor_v1_'],
    pattern: 'do[opr]_v1_[0-9a-f]{64}',
  },
  { id: 'heroku', name: 'Heroku API key', starts: ['HRKU-'], pattern: `HRKU-(?:${uuid}|[A-Za-z0-9_-]{60})` },
  { id: 'fly', name: 'Fly.io token', starts: ['FlyV1 fm'], pattern: 'FlyV1 fm\\d_[A-Za-z0-9+/=,_-]{100,}' },
  { id: 'netlify', name: 'Netlify token', starts: ['nfp_'], pattern: 'nfp_[A-Za-z0-9]{36,}' },
  { id: 'scalingo', name: 'Scalingo token', starts: ['tk-us-'], pattern: 'tk-us-[A-Za-z0-9_-]{48}' },
  { id: 'supabase', name: 'Supabase token', starts: ['sbp_'], pattern: 'sbp_[0-9a-f]{40}' },
  {
    id: 'planetscale',
    name: 'PlanetScale token',
    starts: ['pscale_'],
    pattern: 'pscale_(?:tkn|oauth|pw)_[A-Za-z0-9_=.-]{32,64}',
  },
  { id: 'databricks', name: 'Databricks token', starts: ['dapi'], pattern: 'dapi[0-9a-f]{32}(?:-\\d)?' },
  {
    id: 'doppler',
    name: 'Doppler token',
    starts: ['dp.'],
    pattern: 'dp\\.(?:pt|st|sa|ct|scim|audit)\\.(?:[a-z0-9_-]{2,35}\\.)?[A-Za-z0-9]{40,44}',
  },
  {
    id: 'vault',
    name: 'HashiCorp Vault token',
    starts: ['hvs.', 'hvb.', 'hvr.'],
    pattern: 'hv[sbr]\\.[A-Za-z0-9_-]{24,}',
  },
  {
    id: 'terraform',
    name: 'HCP Terraform token',
    holds: ['.atlasv1.'],
    pattern: '[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_-]{60,70}',
  },
  { id: 'pulumi', name: 'Pulumi token', starts: ['pul-'], pattern: 'pul-[0-9a-f]{40}' },
  { id: 'prefect', name: 'Prefect API key', starts: ['pnu_', 'pnb_'], pattern: 'pn[ub]_[A-Za-z0-9]{36}' },
  { id: 'infracost', name: 'Infracost key', starts: ['ico-'], pattern: 'ico-[A-Za-z0-9]{32}' },
  {
    id: 'tailscale',
    name: 'Tailscale key',
    starts: ['tskey-'],
    pattern: 'tskey-(?:api|auth|client|scim|webhook)-[A-Za-z0-9]{8,}-[A-Za-z0-9]{20,}',
  },
  {
    id: 'cloudflare-origin',
    name: 'Cloudflare origin CA key',
    starts: ['v1.0-'],
    pattern: 'v1\\.0-[0-9a-f]{24}-[0-9a-f]{146}',
  },
  {
    id: 'defined',
    name: 'Defined Networking token',
    starts: ['dnkey-'],
    pattern: 'dnkey-[a-z0-9=_-]{26}-[a-z0-9=_-]{52}',
  },
  {
    id: 'onepassword',
    name: '1Password service account token',
    starts: ['ops_eyJ'],
    pattern: 'ops_eyJ[A-Za-z0-9+/=_-]{250,}',
  },

  // AI
  {
    id: 'openai',
    name: 'OpenAI API key',
    starts: ['sk-'],
    pattern: 'sk-(?:(?:proj|svcacct|admin|None)-)?[A-Za-z0-9_-]{20,}T3BlbkFJ[A-Za-z0-9_-]{20,}',
  },
  {
    id: 'anthropic',
    name: 'Anthropic API key',
    starts: ['sk-ant-'],
    pattern: 'sk-ant-(?:api|admin|oat|sid)\\d\\d-[A-Za-z0-9_-]{80,}',
  },
  { id: 'hugging-face', name: 'Hugging Face token', starts: ['hf_'], pattern: 'hf_[A-Za-z]{34}' },
  {
    id: 'hugging-face-organization',
    name: 'Hugging Face organization token',
    starts: ['api_org_'],
    pattern: 'api_org_[A-Za-z]{34}',
  },
  { id: 'groq', name: 'Groq API key', starts: ['gsk_'], pattern: 'gsk_[A-Za-z0-9]{52}' },
  { id: 'replicate', name: 'Replicate token', starts: ['r8_'], pattern: 'r8_[A-Za-z0-9]{37}' },
  { id: 'perplexity', name: 'Perplexity API key', starts: ['pplx-'], pattern: 'pplx-[A-Za-z0-9]{48}' },
  { id: 'xai', name: 'xAI API key', starts: ['xai-'], pattern: 'xai-[A-Za-z0-9]{80}' },
  { id: 'langsmith', name: 'LangSmith key', starts: ['lsv2_'], pattern: 'lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}' },

  // Messages and mail
  {
    id: 'slack',
    name: 'Slack token',
    starts: ['xoxa-', 'xoxb-', 'xoxp-', 'xoxo-', 'xoxr-', 'xoxs-', 'xoxe-', 'xoxe.'],
    pattern: 'xox(?:[abpors]|e(?:\\.xox[bp])?)-(?:\\d{1,13}-){1,4}[A-Za-z0-9]{20,}',
  },
  {
    id: 'slack-app',
    name: 'Slack app token',
    starts: ['xapp-'],
    pattern: 'xapp-\\d-[A-Z0-9]{8,}-\\d{8,}-[0-9a-f]{40,}',
  },
  {
    id: 'slack-webhook',
    name: 'Slack webhook',
    starts: ['hooks.slack.com/'],
    pattern:
      'hooks\\.slack\\.com/(?:services|workflows)/T[A-Z0-9]{8,}/[AB][A-Z0-9]{8,}/(?:\\d+/)?(?<body>[A-Za-z0-9]{23,})',
  },
  {
    id: 'discord-webhook',
    name: 'Discord webhook',
    starts: ['discord.com/api/webhooks/', 'discordapp.com/api/webhooks/'],
    pattern: 'discord(?:app)?\\.com/api/webhooks/\\d{17,20}/(?<body>[A-Za-z0-9_-]{60,72})',
  },
  {
    id: 'teams-webhook',
    name: 'Microsoft Teams webhook',
    holds: ['/webhookb2/'],
    pattern: `\\.webhook\\.office\\.com/webhookb2/${uuid}@${uuid}/IncomingWebhook/(?<body>[0-9a-f]{32})/${uuid}`,
  },
  { id: 'telegram', name: 'Telegram bot token', holds: [':AA'], pattern: '\\d{8,10}:AA(?<body>[A-Za-z0-9_-]{33})' },
  { id: 'sendgrid', name: 'SendGrid API key', starts: ['SG.'], pattern: 'SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}' },
  { id: 'mailgun', name: 'Mailgun API key', starts: ['key-'], pattern: 'key-[0-9a-f]{32}' },
  { id: 'mailchimp', name: 'Mailchimp API key', holds: ['-us'], pattern: '[0-9a-f]{32}-us\\d{1,2}' },
  { id: 'brevo', name: 'Brevo API key', starts: ['xkeysib-'], pattern: 'xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}' },
  { id: 'twilio', name: 'Twilio API key id', starts: ['SK'], pattern: 'SK[0-9a-f]{32}', hotspot: true },
  {
    id: 'twitter',
    name: 'X (Twitter) bearer token',
    starts: ['AAAAAAAAAAAAAAAAAAAAA'],
    pattern: 'A{21,24}(?<body>[A-Za-z0-9%]{50,})',
  },
  {
    id: 'facebook',
    name: 'Facebook access token',
    starts: ['EAACEdEose0cBA'],
    pattern: 'EAACEdEose0cBA[0-9A-Za-z]{20,}',
  },

  // Payment and shops
  { id: 'stripe', name: 'Stripe live key', starts: ['sk_live_', 'rk_live_'], pattern: '[sr]k_live_[0-9A-Za-z]{10,99}' },
  {
    id: 'stripe-test',
    name: 'Stripe test key',
    starts: ['sk_test_', 'rk_test_'],
    pattern: '[sr]k_test_[0-9A-Za-z]{10,99}',
    hotspot: true,
  },
  {
    id: 'stripe-public',
    name: 'Stripe publishable key',
    starts: ['pk_live_'],
    pattern: 'pk_live_[0-9A-Za-z]{10,99}',
    hotspot: true,
  },
  { id: 'stripe-webhook', name: 'Stripe webhook secret', starts: ['whsec_'], pattern: 'whsec_[A-Za-z0-9+/=]{32,}' },
  {
    id: 'shopify',
    name: 'Shopify token',
    starts: ['shpat_', 'shpca_', 'shppa_', 'shpss_'],
    pattern: 'shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}',
  },
  {
    id: 'square',
    name: 'Square token',
    starts: ['sq0atp-', 'sq0csp-'],
    pattern: 'sq0(?:atp|csp)-[0-9A-Za-z_-]{22,43}',
  },
  { id: 'square-access', name: 'Square access token', starts: ['EAAA'], pattern: 'EAAA[A-Za-z0-9_-]{60}' },
  {
    id: 'braintree',
    name: 'PayPal Braintree access token',
    starts: ['access_token$production$'],
    pattern: 'access_token\\$production\\$[0-9a-z]{16}\\$[0-9a-f]{32}',
  },
  {
    id: 'plaid',
    name: 'Plaid access token',
    starts: ['access-production-', 'access-development-'],
    pattern: `access-(?:production|development)-${uuid}`,
  },
  { id: 'flutterwave', name: 'Flutterwave secret key', starts: ['FLWSECK-'], pattern: 'FLWSECK-[0-9a-h]{32}-X' },
  { id: 'duffel', name: 'Duffel live token', starts: ['duffel_live_'], pattern: 'duffel_live_[A-Za-z0-9_=-]{43}' },
  { id: 'easypost', name: 'EasyPost API key', starts: ['EZAK'], pattern: 'EZAK[A-Za-z0-9]{54}' },
  { id: 'shippo', name: 'Shippo live token', starts: ['shippo_live_'], pattern: 'shippo_live_[0-9a-fA-F]{40}' },

  // Work and monitoring
  {
    id: 'linear',
    name: 'Linear API key',
    starts: ['lin_api_', 'lin_oauth_'],
    pattern: 'lin_(?:api|oauth)_[A-Za-z0-9]{40,64}',
  },
  { id: 'notion', name: 'Notion token', starts: ['ntn_'], pattern: 'ntn_[A-Za-z0-9]{40,50}' },
  {
    id: 'notion-integration',
    name: 'Notion integration secret',
    starts: ['secret_'],
    pattern: 'secret_[A-Za-z0-9]{43}',
  },
  { id: 'airtable', name: 'Airtable token', starts: ['pat'], pattern: 'pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}' },
  { id: 'new-relic', name: 'New Relic user key', starts: ['NRAK-'], pattern: 'NRAK-[A-Z0-9]{27}' },
  { id: 'new-relic-insert', name: 'New Relic insert key', starts: ['NRII-'], pattern: 'NRII-[A-Za-z0-9_-]{32}' },
  {
    id: 'grafana',
    name: 'Grafana service account token',
    starts: ['glsa_'],
    pattern: 'glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}',
    check: 'crc32-hex',
  },
  { id: 'grafana-cloud', name: 'Grafana Cloud token', starts: ['glc_eyJ'], pattern: 'glc_eyJ[A-Za-z0-9+/=_-]{40,}' },
  {
    id: 'sentry',
    name: 'Sentry organization token',
    starts: ['sntrys_eyJ'],
    pattern: 'sntrys_eyJ[A-Za-z0-9+/=_-]{80,}',
  },
  { id: 'sentry-user', name: 'Sentry user token', starts: ['sntryu_'], pattern: 'sntryu_[0-9a-f]{64}' },
  {
    id: 'dynatrace',
    name: 'Dynatrace token',
    starts: ['dt0c01.', 'dt0s01.'],
    pattern: 'dt0[cs]01\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}',
  },
  { id: 'contentful', name: 'Contentful token', starts: ['CFPAT-'], pattern: 'CFPAT-[A-Za-z0-9_-]{43}' },
  { id: 'hubspot', name: 'HubSpot token', starts: ['pat-na', 'pat-eu'], pattern: `pat-(?:na|eu)\\d-${uuid}` },
  { id: 'typeform', name: 'Typeform token', starts: ['tfp_'], pattern: 'tfp_[A-Za-z0-9_.=-]{59}' },
  { id: 'dropbox', name: 'Dropbox access token', starts: ['sl.'], pattern: 'sl\\.[A-Za-z0-9_-]{130,}', hotspot: true },
  {
    id: 'mapbox',
    name: 'Mapbox secret token',
    starts: ['sk.eyJ'],
    pattern: 'sk\\.eyJ[A-Za-z0-9_-]{60,}\\.[A-Za-z0-9_-]{22}',
  },
  { id: 'adafruit', name: 'Adafruit IO key', starts: ['aio_'], pattern: 'aio_[A-Za-z0-9]{28}' },
  { id: 'adobe', name: 'Adobe client secret', starts: ['p8e-'], pattern: 'p8e-[A-Za-z0-9]{32}' },
  { id: 'frameio', name: 'Frame.io token', starts: ['fio-u-'], pattern: 'fio-u-[A-Za-z0-9_=-]{64}' },
  { id: 'intra42', name: '42 API secret', starts: ['s-s4t2'], pattern: 's-s4t2(?:ud|af)-[0-9a-f]{64}' },
  {
    id: 'onfido',
    name: 'Onfido live token',
    starts: ['api_live'],
    pattern: 'api_live(?:_[a-z]{2})?\\.[A-Za-z0-9_-]{11}\\.[A-Za-z0-9_-]{32}',
  },
  { id: 'maxmind', name: 'MaxMind licence key', holds: ['_mmk'], pattern: '[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk' },

  // Of no provider
  {
    id: 'jwt',
    name: 'JSON Web Token',
    starts: ['eyJ'],
    pattern: 'eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{20,}',
    check: 'jwt-header',
    hotspot: true,
  },
  {
    id: 'bcrypt',
    name: 'bcrypt hash of a password',
    holds: ['$2a$', '$2b$', '$2y$'],
    pattern: '\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}',
    hotspot: true,
  },
  {
    id: 'crypt',
    name: 'crypt hash of a password',
    holds: ['$5$', '$6$'],
    pattern: '\\$[56]\\$(?:rounds=\\d+\\$)?[./A-Za-z0-9]{1,16}\\$(?:[./A-Za-z0-9]{86}|[./A-Za-z0-9]{43})',
    hotspot: true,
  },
];

/** Runs of characters that only a name tells apart from an id or a digest. */
const named: readonly ProviderToken[] = [
  {
    id: 'aws-secret',
    name: 'AWS secret access key',
    context: 'aws.*secret|secret_?access_?key',
    pattern: '[A-Za-z0-9/+]{40}',
  },
  {
    id: 'discord',
    name: 'Discord bot token',
    context: 'discord|bot_?token',
    pattern: '[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,38}',
    check: 'numeric-id',
  },
  { id: 'twilio-auth', name: 'Twilio auth token', context: 'twilio.*(?:token|secret)', pattern: '[0-9a-f]{32}' },
  {
    id: 'datadog',
    name: 'Datadog key',
    context: '(?:datadog|dd)_?(?:api|app|application)_?key',
    pattern: '[0-9a-f]{32}(?:[0-9a-f]{8})?',
  },
  { id: 'cohere', name: 'Cohere API key', context: 'cohere|co_api_key', pattern: '[A-Za-z0-9]{40}' },
  { id: 'mistral', name: 'Mistral API key', context: 'mistral', pattern: '[A-Za-z0-9]{32}' },
  { id: 'wandb', name: 'Weights & Biases API key', context: 'wandb', pattern: '[0-9a-f]{40}' },
  { id: 'cloudflare', name: 'Cloudflare API key', context: 'cloudflare', pattern: '[0-9a-f]{37}|[A-Za-z0-9_-]{40}' },
  { id: 'heroku-uuid', name: 'Heroku API key', context: 'heroku.*(?:key|token)', pattern: uuid },
  { id: 'snyk', name: 'Snyk token', context: 'snyk.*(?:key|token)', pattern: uuid },
  { id: 'codecov', name: 'Codecov token', context: 'codecov.*token', pattern: uuid },
  { id: 'sauce', name: 'Sauce Labs access key', context: 'sauce.*key', pattern: uuid },
  { id: 'okta', name: 'Okta API token', context: 'okta', pattern: '00[A-Za-z0-9_-]{40}' },
  { id: 'algolia', name: 'Algolia admin key', context: 'algolia.*(?:admin|write)', pattern: '[0-9a-f]{32}' },
  { id: 'fastly', name: 'Fastly token', context: 'fastly.*(?:key|token)', pattern: '[A-Za-z0-9_-]{32}' },
  { id: 'facebook-secret', name: 'Facebook app secret', context: '(?:facebook|fb).*secret', pattern: '[0-9a-f]{32}' },
  { id: 'twitch', name: 'Twitch secret', context: 'twitch.*(?:secret|token)', pattern: '[a-z0-9]{30}' },
  { id: 'linkedin', name: 'LinkedIn client secret', context: 'linkedin.*secret', pattern: '[A-Za-z0-9]{16}' },
  { id: 'zendesk', name: 'Zendesk API token', context: 'zendesk', pattern: '[A-Za-z0-9]{40}' },
  { id: 'mattermost', name: 'Mattermost token', context: 'mattermost', pattern: '[a-z0-9]{26}' },
  { id: 'sendbird', name: 'Sendbird API token', context: 'sendbird', pattern: '[0-9a-f]{40}' },
  {
    id: 'rapidapi',
    name: 'RapidAPI key',
    context: 'rapid_?api',
    pattern: '[a-z0-9]{10}msh[a-z0-9]{18}p1[a-z0-9]{6}jsn[a-z0-9]{12}',
  },
  { id: 'plaid-secret', name: 'Plaid secret', context: 'plaid.*secret', pattern: '[0-9a-f]{30}' },
  { id: 'confluent', name: 'Confluent secret', context: 'confluent.*secret', pattern: '[A-Za-z0-9+/]{64}' },
  { id: 'launchdarkly', name: 'LaunchDarkly key', context: 'launch_?darkly|ld_', pattern: `(?:sdk|api)-${uuid}` },
  { id: 'sumologic', name: 'Sumo Logic access key', context: 'sumo.*key', pattern: '[A-Za-z0-9]{64}' },
  { id: 'coinbase', name: 'Coinbase secret', context: 'coinbase.*(?:secret|token)', pattern: '[A-Za-z0-9_-]{64}' },
  { id: 'kraken', name: 'Kraken private key', context: 'kraken.*(?:private|secret)', pattern: '[A-Za-z0-9/+=]{80,90}' },
  { id: 'finnhub', name: 'Finnhub key', context: 'finnhub', pattern: '[a-z0-9]{20}' },
  { id: 'messagebird', name: 'MessageBird key', context: 'message_?bird', pattern: '[A-Za-z0-9]{25}' },
  { id: 'lob', name: 'Lob live key', context: 'lob_', pattern: 'live_[0-9a-f]{35}' },
  { id: 'gocardless', name: 'GoCardless token', context: 'gocardless', pattern: 'live_[A-Za-z0-9_=-]{40}' },
  { id: 'asana', name: 'Asana token', context: 'asana', pattern: '[012]/\\d{15,16}(?:/\\d{15,16})?:[0-9a-f]{32}' },
];

export const providerTokens: readonly ProviderToken[] = [...published, ...named];
