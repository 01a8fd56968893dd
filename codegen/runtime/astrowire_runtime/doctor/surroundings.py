"""What calls depend on besides settings of their own: versions, proxies, certificates, password files."""

from __future__ import annotations

import os
import ssl
import sys
from collections.abc import Iterator
from importlib import import_module, metadata
from importlib.util import find_spec
from typing import Any, Final
from urllib.parse import urlsplit

from ..display import address, shown
from ..display import value as said
from .findings import Finding

NEEDED: Final = ("requests", "urllib3", "msgspec")
EXTRAS: Final = ("numpy", "pandas", "pyarrow", "astropy")
BUNDLES: Final = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
"""Variables that name certificates, in the order in which requests reads them."""

NOT_READ: Final = ("SSL_CERT_FILE", "SSL_CERT_DIR")
"""Variables that name certificates for other programs."""


def lacking() -> list[str]:
    """Return the libraries that calls need and that can't be imported."""
    return [name for name in NEEDED if _version(name) is None]


def _version(name: str) -> str | None:
    try:
        return shown(str(getattr(import_module(name), "__version__", "of unknown version")), 40)
    except ImportError:
        return None


def versions(package: str, version: str) -> Iterator[Finding]:
    """Yield the versions of what calls need, and of what tables become."""
    found = {package: version, "Python": ".".join(map(str, sys.version_info[:3]))}
    found |= {name: number for name in NEEDED if (number := _version(name)) is not None}
    missing = lacking()
    words = ", ".join(f"{name} {number}" for name, number in found.items())
    if missing:
        text = f"{words}; {' and '.join(missing)} can't be imported: pip install {' '.join(missing)}"
        yield Finding("PROBLEM", "versions", text, {"versions": found, "missing": missing})
    else:
        yield Finding("ok", "versions", words, {"versions": found})
    extras = {name: _extra(name) for name in EXTRAS}
    text = ", ".join(f"{name} {number or 'not installed'}" for name, number in extras.items())
    yield Finding("ok" if all(extras.values()) else "note", "extras", text, {"versions": extras})


def _extra(name: str) -> str | None:
    """Return a version without importing, which takes seconds."""
    try:
        return shown(metadata.version(name), 40)
    except metadata.PackageNotFoundError:
        return "installed" if find_spec(name) is not None else None


def proxies(urls: list[str]) -> Iterator[Finding]:
    """Yield which proxy stands before the host of each URL."""
    from requests.utils import get_environ_proxies, select_proxy

    direct: list[str] = []
    for url in dict.fromkeys(f"{urlsplit(each).scheme}://{urlsplit(each).netloc}/" for each in urls):
        proxy = select_proxy(url, get_environ_proxies(url))
        if proxy:
            yield _proxy(urlsplit(url).netloc, urlsplit(url).scheme, proxy)
        else:
            direct.append(urlsplit(url).netloc)
    if direct:
        why = " (NO_PROXY leaves them out)" if _is_excluded() else ""
        text = f"none for {', '.join(shown(each, 60) for each in direct)}{why}"
        yield Finding("ok", "proxy", text, {"hosts": direct, "proxy": None})


def _is_excluded() -> bool:
    names = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
    excludes = any(os.environ.get(each) for each in ("NO_PROXY", "no_proxy"))
    return excludes and any(os.environ.get(form) for each in names for form in (each, each.lower()))


def _proxy(host: str, scheme: str, proxy: str) -> Finding:
    names = [form for each in (f"{scheme}_proxy", "all_proxy") for form in (each, each.upper())]
    source = next((each for each in names if os.environ.get(each)), "the system's settings")
    words = address(proxy)
    facts: dict[str, Any] = {"hosts": [host], "proxy": words, "from": source}
    if wrong := _wrong_proxy(proxy):
        text = f"{source}={words}, for {shown(host, 60)}, {wrong}"
        return Finding("PROBLEM", "proxy", text, facts)
    return Finding("note", "proxy", f"{words} stands before {shown(host, 60)} (from {source})", facts)


def _wrong_proxy(proxy: str) -> str | None:
    """Return why a proxy can't be used and what to do, or None."""
    from urllib3.exceptions import HTTPError
    from urllib3.util import parse_url

    like = "write it like http://host:3128"
    try:
        parts = parse_url(proxy if "://" in proxy else f"http://{proxy}")
    except (HTTPError, ValueError):
        return f"is no URL; {like}"
    scheme = parts.scheme or ""
    if scheme.startswith("socks"):
        return None if find_spec("socks") is not None else "needs PySocks: pip install 'requests[socks]'"
    if scheme not in {"http", "https"} or not parts.host:
        return f"is no address of a proxy; {like}"
    return None


def certificates() -> Iterator[Finding]:
    """Yield which certificates are trusted, and variables that say so in vain."""
    name = next((each for each in BUNDLES if os.environ.get(each)), None)
    if name is None:
        from requests.utils import DEFAULT_CA_BUNDLE_PATH

        yield _bundle("certifi's ", DEFAULT_CA_BUNDLE_PATH, "reinstall certifi")
    else:
        remedy = f"set {name} to a file of certificates (PEM), or unset it"
        yield _bundle(f"{name}=", os.environ[name], remedy)
    for other in NOT_READ:
        if os.environ.get(other):
            text = f"{other}={said(os.environ[other], 60)} is not read here; name the file in {BUNDLES[0]}"
            yield Finding("note", "TLS", text, {"variable": other})


def _bundle(called: str, path: str, remedy: str) -> Finding:
    words = f"{called}{said(path, 120)}"
    facts = {"certificates": path if path.isprintable() else said(path)}
    if os.path.isdir(path):
        return Finding("ok", "TLS", f"{words} is a folder of certificates", facts)
    if wrong := _unreadable(path):
        return Finding("PROBLEM", "TLS", f"{words} {wrong}; {remedy}", facts)
    return Finding("ok", "TLS", f"{words} can be read", facts)


def _unreadable(path: str) -> str | None:
    """Return why a file is no bundle of certificates, or None."""
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cafile=path)
    except ssl.SSLError:
        return "holds no readable certificate"
    except (OSError, ValueError) as error:
        return f"can't be read ({getattr(error, 'strerror', None) or type(error).__name__})"
    return None


def passwords() -> Finding:
    """Say that password files play no part."""
    return Finding("ok", "netrc", "never read: no password is sent, unless a session of yours holds one")
