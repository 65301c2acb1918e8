# features: paths without files, IP addresses
# imports: ipaddress, pathlib
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
import ipaddress
p = Path("/a/b") / "c.tar.gz"; print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, list(p.parents), p.parts, p.with_suffix(".zip"), p.with_name("x"), p.is_absolute(), p.as_posix(), p.relative_to("/a"), p.match("*.gz"), p.joinpath("..", "d"), p == Path("/a/b/c.tar.gz"), sorted([Path("b"), Path("a")]), p.anchor, str(p), hash(p) == hash(Path("/a/b/c.tar.gz")), isinstance(p, PurePath), p.with_stem("q"), Path("x", "y"), Path(), Path("a//b/./c"), {p: 1}[p])
print(PureWindowsPath(r"C:\x\y.txt").parts, PureWindowsPath("C:/x").drive, PurePosixPath("a") / Path("b"), f"{p}", Path("a.txt").exists())
try: p.relative_to("/z")
except ValueError as e: print(e)
try: Path("x") / 5
except TypeError as e: print(e)
ip = ipaddress.ip_address("192.168.1.10"); net = ipaddress.ip_network("192.168.1.0/29"); print(ip, repr(ip), ip in net, net.num_addresses, list(net.hosts())[:2], net.broadcast_address, net.netmask, ip.is_private, ip + 1, int(ip), net.prefixlen, list(net.subnets(new_prefix=30)), ipaddress.ip_address("::1").is_loopback, ipaddress.ip_interface("10.0.0.1/8").network, sorted([ip, ipaddress.ip_address("1.1.1.1")]), ip.reverse_pointer, net.supernet(), ipaddress.ip_address("2001:db8::1").exploded)
for bad in ("300.1.1.1", "x", "10.0.0.1/8"):
    try: print(ipaddress.ip_network(bad) if "/" in bad else ipaddress.ip_address(bad))
    except ValueError as e: print(type(e).__name__, e)
print(list(ipaddress.collapse_addresses([ipaddress.ip_network("10.0.0.0/25"), ipaddress.ip_network("10.0.0.128/25")])))
