"""mimetypes for guests: the types that Python itself knows. No files of the system's are read."""
from urllib.parse import urlsplit

knownfiles = []
suffix_map = {'.svgz': '.svg.gz', '.tgz': '.tar.gz', '.taz': '.tar.gz', '.tz': '.tar.gz', '.tbz2': '.tar.bz2', '.txz': '.tar.xz'}
encodings_map = {'.gz': 'gzip', '.Z': 'compress', '.bz2': 'bzip2', '.xz': 'xz', '.br': 'br'}


def _table(lines):
    return {extension: kind for kind, *extensions in map(str.split, lines.strip().split('\n')) for extension in extensions}


types_map = _table("""
text/javascript .js .mjs
application/json .json
application/manifest+json .webmanifest
application/msword .doc .dot .wiz
application/n-quads .nq
application/n-triples .nt
application/octet-stream .bin .a .dll .exe .o .obj .so
application/oda .oda
application/pdf .pdf
application/pkcs7-mime .p7c
application/postscript .ps .ai .eps
application/trig .trig
application/vnd.apple.mpegurl .m3u .m3u8
application/vnd.ms-excel .xls .xlb
application/vnd.ms-powerpoint .ppt .pot .ppa .pps .pwz
application/wasm .wasm
application/x-bcpio .bcpio
application/x-cpio .cpio
application/x-csh .csh
application/x-dvi .dvi
application/x-gtar .gtar
application/x-hdf .hdf
application/x-hdf5 .h5
application/x-latex .latex
application/x-mif .mif
application/x-netcdf .cdf .nc
application/x-pkcs12 .p12 .pfx
application/x-pn-realaudio .ram
application/x-python-code .pyc .pyo
application/x-sh .sh
application/x-shar .shar
application/x-shockwave-flash .swf
application/x-sv4cpio .sv4cpio
application/x-sv4crc .sv4crc
application/x-tar .tar
application/x-tcl .tcl
application/x-tex .tex
application/x-texinfo .texi .texinfo
application/x-troff .roff .t .tr
application/x-troff-man .man
application/x-troff-me .me
application/x-troff-ms .ms
application/x-ustar .ustar
application/x-wais-source .src
application/xml .xsl .rdf .wsdl .xpdl
application/zip .zip
audio/3gpp .3gp .3gpp
audio/3gpp2 .3g2 .3gpp2
audio/aac .aac .adts .loas .ass
audio/basic .au .snd
audio/mpeg .mp3 .mp2
audio/opus .opus
audio/x-aiff .aif .aifc .aiff
audio/x-pn-realaudio .ra
audio/x-wav .wav
image/avif .avif
image/bmp .bmp
image/gif .gif
image/ief .ief
image/jpeg .jpg .jpe .jpeg
image/heic .heic
image/heif .heif
image/png .png
image/svg+xml .svg
image/tiff .tiff .tif
image/vnd.microsoft.icon .ico
image/x-cmu-raster .ras
image/x-portable-anymap .pnm
image/x-portable-bitmap .pbm
image/x-portable-graymap .pgm
image/x-portable-pixmap .ppm
image/x-rgb .rgb
image/x-xbitmap .xbm
image/x-xpixmap .xpm
image/x-xwindowdump .xwd
message/rfc822 .eml .mht .mhtml .nws
text/css .css
text/csv .csv
text/html .html .htm
text/n3 .n3
text/plain .txt .bat .c .h .ksh .pl .srt
text/richtext .rtx
text/tab-separated-values .tsv
text/vtt .vtt
text/x-python .py
text/x-setext .etx
text/x-sgml .sgm .sgml
text/x-vcard .vcf
text/xml .xml
video/mp4 .mp4
video/mpeg .mpeg .m1v .mpa .mpe .mpg
video/quicktime .mov .qt
video/webm .webm
video/x-msvideo .avi
video/x-sgi-movie .movie
""")
common_types = _table("""
application/rtf .rtf
audio/midi .midi .mid
image/jpg .jpg
image/pict .pict .pct .pic
image/webp .webp
text/xul .xul
""")


class MimeTypes:
    def __init__(self, filenames=(), strict=True):
        self.encodings_map = dict(encodings_map)
        self.suffix_map = dict(suffix_map)
        self.types_map = {}, {}
        self.types_map_inv = {}, {}
        for extension, kind in types_map.items():
            self.add_type(kind, extension, True)
        for extension, kind in common_types.items():
            self.add_type(kind, extension, False)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        self.types_map[bool(strict)][ext] = type
        known = self.types_map_inv[bool(strict)].setdefault(type, [])
        if ext not in known:
            known.append(ext)

    def guess_type(self, url, strict=True):
        as_path = getattr(type(url), '__fspath__', None)
        url = url if as_path is None else as_path(url)
        parts = urlsplit(url)
        path = parts.path if parts.scheme and len(parts.scheme) > 1 else url
        if parts.scheme == 'data':
            comma = path.find(',')
            if comma < 0:
                return None, None
            kind = path[:comma].partition(';')[0]
            return ('text/plain' if '=' in kind or '/' not in kind else kind), None
        base, extension = _split(path)
        while (longer := self.suffix_map.get(extension.lower())) is not None:
            base, extension = _split(base + longer)
        encoding = self.encodings_map.get(extension)
        if encoding is not None:
            base, extension = _split(base)
        extension = extension.lower()
        kind = self.types_map[True].get(extension)
        if kind is None and not strict:
            kind = self.types_map[False].get(extension)
        return kind, encoding

    def guess_all_extensions(self, type, strict=True):
        type = type.lower()
        found = list(self.types_map_inv[True].get(type, []))
        if not strict:
            found += [extension for extension in self.types_map_inv[False].get(type, []) if extension not in found]
        return found

    def guess_extension(self, type, strict=True):
        return next(iter(self.guess_all_extensions(type, strict)), None)

    def read(self, filename, strict=True):
        with open(filename, encoding='utf-8') as file:
            self.readfp(file, strict)

    def readfp(self, fp, strict=True):
        for line in fp:
            words = line.partition('#')[0].split()
            for suffix in words[1:]:
                self.add_type(words[0], '.' + suffix, strict)


def _split(path):
    start = path.rfind('/') + 1
    dot = path.rfind('.')
    return (path[:dot], path[dot:]) if dot > start and path[start:dot].strip('.') else (path, path[:0])


_all = MimeTypes()
inited = True


def init(files=None):
    for name in files or ():
        _all.read(name)


def guess_type(url, strict=True):
    return _all.guess_type(url, strict)


def guess_all_extensions(type, strict=True):
    return _all.guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    return _all.guess_extension(type, strict)


def add_type(type, ext, strict=True):
    _all.add_type(type, ext, strict)
    (types_map if strict else common_types)[ext] = type


def read_mime_types(file):
    found = MimeTypes()
    found.read(file, True)
    return found.types_map[True]
