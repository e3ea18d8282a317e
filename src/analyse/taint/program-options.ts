// Which programs do harm through their options, and which options take the argument behind them. In: names of programs, options. Out: how
// bad an argument that begins with a dash is. Leaves alone: how a program is started.

/** Options that run commands or write files. */
const dangerous = new Set(
  (
    'tar find rsync ssh scp sftp git hg svn curl wget zip unzip 7z sed awk gawk sort man sqlite3 psql mysql ffmpeg convert magick mogrify sendmail docker podman ' +
    'kubectl pip pip3 npm gpg openssl xargs env nice sudo watch vi vim less more ip tcpdump nmap java perl ruby php node ' +
    'yt-dlp youtube-dl rclone aria2c pandoc wkhtmltopdf wkhtmltoimage chromium chromium-browser google-chrome soffice libreoffice pdflatex xelatex lualatex latex gs ' +
    'exiftool rg split tee cp mv ln install dd crontab gdb strace make gcc cc g++ ansible ansible-playbook terraform helm systemctl journalctl mutool dot uniq unsquashfs'
  ).split(' '),
);
/** Options that read other files, or ask somebody else. */
const telling = new Set('grep egrep fgrep zgrep ack ag dig host whois nslookup date diff jq xmllint file'.split(' '));

/** What an argument of a program that begins with a dash can do; undefined if nothing much. */
export function harmOfOptions(program: string): 'dangerous' | 'telling' | undefined {
  if (dangerous.has(program)) return 'dangerous';
  return telling.has(program) ? 'telling' : undefined;
}

const grep = /^-\w*[efmABCd]$|^--(?:regexp|file|max-count|include|exclude)$/;
const everyWord = /^-[A-Za-z][\w:-]+$/;
const takingValue: Readonly<Record<string, RegExp>> = {
  grep,
  egrep: grep,
  fgrep: grep,
  zgrep: grep,
  rg: /^-\w*[efgtm]$|^--(?:regexp|file|glob|type)$/,
  curl: /^-\w*[oHdXuAebcTFmxw]$|^--(?:output|header|data(?:-\w+)?|request|user|cookie|url|form|upload-file|user-agent|referer)$/,
  wget: /^-\w*[OoPUTti]$|^--(?:output-document|directory-prefix|user-agent|header|post-data)$/,
  tar: /^-\w*[fCTX]$|^--(?:file|directory|files-from|exclude)$/,
  git: /^-(?:[CbBFt]|[a-z]*m)$|^--(?:message|author|branch|date|depth|file|origin|template|reference|git-dir|work-tree)$/,
  ssh: /^-\w*[iplLRDF]$/,
  scp: /^-\w*[iPF]$/,
  psql: /^-[dhpUf]$/,
  mysql: /^-[huPD]$/,
  ffmpeg: /^-(?!(?:y|n|nostdin|hide_banner|vn|an|sn|re|shortest)$)\w[\w:]*$/,
  ffprobe: /^-(?!(?:hide_banner|show_\w+)$)\w[\w:]*$/,
  convert: everyWord,
  magick: everyWord,
  openssl: everyWord,
  find: everyWord,
  gpg: /^-[oru]$|^--(?:output|recipient|local-user|homedir|passphrase-file)$/,
  jq: /^--?(?:f|arg)$/,
  date: /^-[dr]$|^--date$/,
  zip: /^-[xi]$/,
  'yt-dlp': /^-[ofP]$|^--(?:output|format|paths)$/,
};

/** The argument behind the option is its value, whatever it begins with: `grep -e WORD`, `curl -o FILE`. */
export function takesValue(program: string, option: string): boolean {
  return takingValue[program]?.test(option) === true;
}
