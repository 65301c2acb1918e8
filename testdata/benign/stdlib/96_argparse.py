# features: argument parsers, subcommands, errors
# imports: argparse, sys
import argparse, sys
def build():
    p = argparse.ArgumentParser(prog="tool", description="Does things", epilog="bye")
    p.add_argument("name", help="the name")
    p.add_argument("-n", "--count", type=int, default=1, metavar="N", help="how many (default: %(default)s)")
    p.add_argument("-v", "--verbose", action="store_true")
    p.add_argument("--level", choices=["low", "high"], default="low")
    p.add_argument("--tag", action="append")
    p.add_argument("-q", action="count", default=0)
    p.add_argument("rest", nargs="*")
    p.add_argument("--dry-run", action=argparse.BooleanOptionalAction)
    g = p.add_mutually_exclusive_group(); g.add_argument("--a", action="store_const", const=5); g.add_argument("--b")
    return p
p = build()
a = p.parse_args(["bob", "-n", "3", "-v", "--tag", "x", "--tag=y", "-qq", "--dry-run"])
print(a, a.count, a.dry_run, vars(a)["tag"], getattr(a, "level"), "name" in a, a == argparse.Namespace(**vars(a)))
a.extra = 5; print(a.extra, sorted(vars(a)))
print(p.format_usage()); print(p.format_help())
for bad in (["x", "--count", "z"], [], ["x", "--level", "mid"], ["x", "--a", "--b", "1"], ["x", "--nope"]):
    try: p.parse_args(bad)
    except SystemExit as e: print("exit", e.code)
print(p.parse_known_args(["x", "--zzz"]))
p2 = argparse.ArgumentParser(prog="multi", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
sub = p2.add_subparsers(dest="cmd", required=True)
add = sub.add_parser("add", help="add it"); add.add_argument("x", type=float); add.add_argument("--y", type=float, default=2.0); add.set_defaults(func=lambda a: a.x + a.y)
sub.add_parser("ls", aliases=["list"]).set_defaults(func=lambda a: "ls")
for argv in (["add", "1.5"], ["add", "1", "--y", "9"], ["ls"]):
    a = p2.parse_args(argv); print(a.cmd, a.func(a))
print(p2.format_help())
def positive(s):
    v = int(s)
    if v <= 0: raise argparse.ArgumentTypeError(f"{s} is not positive")
    return v
p3 = argparse.ArgumentParser(exit_on_error=False); p3.add_argument("--k", type=positive)
try: p3.parse_args(["--k", "-1"])
except argparse.ArgumentError as e: print(e)
class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None): setattr(namespace, self.dest, values.upper())
p4 = argparse.ArgumentParser(); p4.add_argument("--up", action=Upper); p4.add_argument("--pair", nargs=2, type=int); p4.add_argument("--opt", nargs="?", const="c", default="d")
print(p4.parse_args(["--up", "abc", "--pair", "1", "2", "--opt"]), p4.get_default("opt"))
class Target: pass
t = Target(); p4.parse_args(["--up", "q"], namespace=t); print(t.up, vars(t))
print(sys.argv[1:])
