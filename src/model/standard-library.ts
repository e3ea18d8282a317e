// Top-level modules of the standard library, Python 2.7 to 3.14 (`sys.stdlib_module_names`, and what came or went since).

const python3 =
  '__future__ __main__ abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore ' +
  'atexit audioop base64 bdb binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code ' +
  'codecs codeop collections colorsys compileall compression concurrent configparser contextlib contextvars ' +
  'copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest email ' +
  'encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc ' +
  'genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib ' +
  'imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma ' +
  'mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib ' +
  'nt ntpath nturl2path numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes ' +
  'pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc ' +
  'pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets ' +
  'select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 ' +
  'sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau ' +
  'symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading time ' +
  'timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing ' +
  'unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib ' +
  'xml xmlrpc zipapp zipfile zipimport zlib zoneinfo';
const python2 =
  'BaseHTTPServer ConfigParser Cookie HTMLParser Queue SimpleHTTPServer SimpleXMLRPCServer SocketServer ' +
  'StringIO Tkinter UserDict UserList UserString __builtin__ anydbm cPickle cStringIO commands cookielib ' +
  'copy_reg dbhash dummy_thread exceptions gdbm htmlentitydefs httplib itertools markupbase md5 new repr ' +
  'robotparser sets sgmllib sha string thread types urllib urllib2 urlparse user whichdb xmlrpclib';

const modules: ReadonlySet<string> = new Set(`${python3} ${python2}`.split(' '));

/** True if a dotted name's first component is a module of the standard library. */
export function isStandardLibrary(name: string): boolean {
  return modules.has(name.split('.', 1)[0]!);
}
