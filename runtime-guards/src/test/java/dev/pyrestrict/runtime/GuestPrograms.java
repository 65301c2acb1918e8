package dev.pyrestrict.runtime;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.rewriter.AttributeTable;
import dev.pyrestrict.rewriter.BuiltinTable;
import dev.pyrestrict.rewriter.ModuleTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes guest programs that try to get at what is behind things: by attributes with computed names,
 * callbacks, classes derived from the library's, exceptions, generators, patterns. Each statement
 * comes from a seed of its own, works on what those before it made, and keeps what it makes; so any
 * of them can be left out.
 */
final class GuestPrograms {
  /** What a guest runs before the first program. */
  static final String BEGINNING = Resource.text("reachability/beginning.py");

  /** What that binds, for the programs after it. */
  static final ImmutableList<String> BOUND =
      Pattern.compile("(?m)^(?:import|def|class|async def) (\\w+)|^(\\w+) = ")
          .matcher(BEGINNING)
          .results()
          .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
          .distinct()
          .collect(toImmutableList());

  /** Names of attributes: all that anybody has decided about, and private ones of the library's. */
  static final ImmutableList<String> NAMES =
      ImmutableList.<String>builder()
          .addAll(decidedNames())
          .addAll(
              Splitter.on(' ')
                  .split(
                      "_o _reason _paths _call _stream _fields _make _replace _asdict _value_ _r"
                          + " _cache _parent _sys _os _modules func args keywords fget name value"
                          + " register registry dispatch send throw close copy items mro maps data"
                          + " exceptions default_factory raw buffer detach stream modules"
                          + " cache_info add_note with_traceback get_field path a b"))
          .build();

  /** What waits for somebody, or goes on for ever when it is walked through. */
  private static final ImmutableSet<String> WAITING_MODULES =
      ImmutableSet.of("__future__", "threading", "queue", "concurrent.futures", "sched", "timeit");

  private static final ImmutableSet<String> WAITING_MEMBERS =
      ImmutableSet.of("time.sleep", "itertools.count", "itertools.cycle", "itertools.repeat");

  private static final ImmutableList<String> MODULES =
      ModuleTable.modules().stream()
          .filter(module -> !WAITING_MODULES.contains(module))
          .collect(toImmutableList());

  private static final ImmutableList<String> BUILTINS =
      BuiltinTable.names().stream()
          .filter(
              name ->
                  BuiltinTable.decision(name) instanceof BuiltinTable.AsIs
                      || BuiltinTable.decision(name) instanceof BuiltinTable.Guarded)
          .sorted()
          .collect(toImmutableList());

  private static final ImmutableList<String> VALUES =
      ImmutableList.of(
          "''",
          "'name'",
          "b'bytes'",
          "0",
          "-1",
          "1.5",
          "[]",
          "[1, 'a']",
          "{}",
          "{'a': 1}",
          "()",
          "('a', 1)",
          "{1}",
          "None",
          "NotImplemented",
          "...",
          "Spy()",
          "Spy",
          "spying",
          "failing",
          "derived",
          "Meta",
          "generator(Spy())",
          "coroutine(1)",
          "async_generator(1)",
          "lambda *a, **k: a",
          "(i for i in [Spy()])",
          "Exception(Spy())",
          "ExceptionGroup('g', [LookupError(Spy())])",
          "memoryview(b'ab')",
          "slice(1)",
          "range(3)",
          "'{0.' + names[5] + '}'",
          "iter([Spy()])",
          "sys.exc_info()",
          "globals()",
          "super",
          "names[3:6]");

  private final Random random;
  private final TreeSet<String> imports = new TreeSet<>();

  private GuestPrograms(long seed) {
    random = new Random(seed);
  }

  /** Returns the program of the statements with those seeds. */
  static String program(List<Long> seeds) {
    StringBuilder program = new StringBuilder();
    for (long seed : seeds) {
      program.append(new GuestPrograms(seed).statement());
    }
    return program.toString();
  }

  /**
   * Returns a program that calls one builtin or member of a module after the other, with hostile
   * arguments.
   */
  static String hostileCalls(List<Long> seeds) {
    StringBuilder program = new StringBuilder();
    for (long seed : seeds) {
      program.append(new GuestPrograms(seed).hostileCall());
    }
    return program.toString();
  }

  private String hostileCall() {
    String called = random.nextInt(3) == 0 ? one(BUILTINS) : member();
    // The method of what the first call made is called as well.
    String name =
        random.nextBoolean()
            ? "names[" + random.nextInt(NAMES.size()) + "]"
            : "dir(v)[" + random.nextInt(90) + " % len(dir(v))]";
    return attempt(
        "v = %s(%s)\nkeep(v)\nkeep(getattr(v, %s)(%s))"
            .formatted(called, arguments(), name, arguments()),
        "str(error), traceback.format_exception(error)");
  }

  private String arguments() {
    ImmutableList.Builder<String> arguments = ImmutableList.builder();
    for (int i = random.nextInt(4); i > 0; i--) {
      arguments.add("hostile[%d %% len(hostile)]".formatted(random.nextInt(120)));
    }
    if (random.nextInt(8) == 0) {
      arguments.add("**{names[%d]: hostile[1]}".formatted(random.nextInt(NAMES.size())));
    }
    return String.join(", ", arguments.build());
  }

  private static ImmutableSet<String> decidedNames() {
    try (InputStream stream = AttributeTable.class.getResourceAsStream("attributes.txt")) {
      String text =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return Pattern.compile(
              "\\b(?:__\\w+__|(?:gi|cr|ag|f|tb|co|func|im)_\\w+|mro|obj|format(?:_map)?|cell_contents)\\b")
          .matcher(text)
          .results()
          .map(MatchResult::group)
          .collect(toImmutableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String statement() {
    return attempt(
        body(expression(1 + random.nextInt(3))),
        "error.__traceback__, error.__context__, error.__cause__");
  }

  private String attempt(String body, String keptOfError) {
    StringBuilder text = new StringBuilder("try:\n");
    for (String module : imports) {
      text.append(" import ").append(module).append('\n');
    }
    body.lines().forEach(line -> text.append(' ').append(line).append('\n'));
    return text.append("except BaseException as error:\n keep(error, ")
        .append(keptOfError)
        .append(")\n")
        .toString();
  }

  private String body(String value) {
    String more = expression(1);
    return switch (random.nextInt(22)) {
      case 0 ->
          "class C(%s):\n __slots__ = ('a', '__dict__')\n def __get__(self, o, t=None): return keep((self, o, t))\nkeep(C, C())"
              .formatted(value);
      case 1 ->
          "class C(metaclass=%s):\n a = %s\n def __init_subclass__(cls, **k): keep(cls, k)\nkeep(C)"
              .formatted(value, more);
      case 2 ->
          "class C(Spy, metaclass=Meta):\n a = %s\nkeep(C, C(%s), C.a)".formatted(value, more);
      case 3 ->
          "@%s\ndef f(a=%s, *b, c: typing.Any = 1, **d):\n return keep(a, b, c, d)\nkeep(f, f(1))"
              .formatted(atom(), value);
      case 4 ->
          "@%s\nclass C:\n x: int = 1\n def method(self): return self\nkeep(C, C())"
              .formatted(atom());
      case 5 -> "g = generator(%s)\nkeep(g, next(g), g.send(%s))".formatted(value, more);
      case 6 -> "g = generator(1)\nnext(g)\nkeep(g.throw(%s))".formatted(value);
      case 7 -> "with %s as v:\n keep(v)\n raise LookupError(v)".formatted(value);
      case 8 ->
          "match %s:\n case Spy(a=b) | [b, *_] | {'a': b}:\n  keep(b)\n case object(args=b) | object(name=b):\n  keep(b)\n case b:\n  keep(b)"
              .formatted(value);
      case 9 -> "for v in %s:\n keep(v)\n if len(made) > 30: break".formatted(value);
      case 10 -> "a, (b, *c) = %s, %s\nkeep(a, b, c)".formatted(value, more);
      case 11 ->
          "try:\n raise %s\nexcept* LookupError as e:\n keep(e, e.exceptions)".formatted(value);
      case 12 ->
          "try:\n raise ValueError(1) from %s\nfinally:\n keep(sys.exc_info())".formatted(value);
      case 13 ->
          "async def main():\n async with Spy() as v: keep(v)\n async for v in async_generator(%s): keep(v)\n return await %s\nkeep(asyncio.run(main()))"
              .formatted(value, more);
      case 14 ->
          "v = taken(%d)\nv.a = %s\nv.a += %s\nkeep(v.a)\ndel v.a"
              .formatted(random.nextInt(40), value, more);
      case 15 ->
          "v = taken(%d)\nv[%s] = %s\nkeep(v[0:1], v)\ndel v[0]"
              .formatted(random.nextInt(40), more, value);
      case 16 -> "keep(f'{%s!r:>{9}}', f'{taken(1):{taken(2)}}')".formatted(value);
      case 17 ->
          "keep([v for v in %s if keep(v)], {v: 1 for v in (%s, 1)}, *(v for v in [%s]))"
              .formatted(value, more, more);
      case 18 ->
          "type Alias[T] = %s\ndef f[T: %s](a: T): return a\nclass C[T]:\n a: T\nkeep(Alias, Alias.__value__, f, C, C[int], f.__type_params__[0].__bound__)"
              .formatted(value, more);
      default -> "keep(" + value + ")";
    };
  }

  /** What can stand after @. */
  private String atom() {
    return random.nextInt(3) == 0 ? "taken(" + random.nextInt(40) + ")" : member();
  }

  private String member() {
    String module = one(MODULES);
    ImmutableSet<String> members = ModuleTable.memberNames(module);
    imports.add(module);
    if (members.isEmpty()) {
      return "getattr(%s, dir(%s)[%d %% len(dir(%s))])"
          .formatted(module, module, random.nextInt(200), module);
    }
    String member = one(members.asList());
    return WAITING_MEMBERS.contains(module + "." + member) ? module : module + "." + member;
  }

  private String leaf() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> "taken(" + random.nextInt(40) + ")";
      case 3 -> "derived(" + member() + ")";
      case 4, 5 -> member();
      case 6 -> one(BUILTINS);
      default -> one(VALUES);
    };
  }

  private String expression(int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return leaf();
    }
    String inner = expression(depth - 1);
    // The compiler would refuse most programs if it saw the names.
    String name = "names[" + random.nextInt(NAMES.size()) + "]";
    return switch (random.nextInt(44)) {
      case 0, 1, 2, 3, 4, 5 -> "getattr(" + inner + ", " + name + ")";
      case 6, 7 -> "type(" + inner + ")";
      case 8, 9, 10 -> "(" + inner + ")()";
      case 11, 12, 13, 14 -> "(" + inner + ")(" + expression(depth - 1) + ")";
      case 15, 16 ->
          "(" + inner + ")(" + expression(depth - 1) + ", " + expression(depth - 1) + ")";
      case 17 -> "(" + inner + ")(*" + expression(depth - 1) + ", **{" + name + ": 1})";
      case 18 -> "vars(" + inner + ")";
      case 19 -> "super(type(" + inner + "), " + inner + ")";
      case 20 -> "operator.attrgetter(" + name + ")(" + inner + ")";
      case 21 -> "operator.methodcaller(" + name + ", " + leaf() + ")(" + inner + ")";
      case 22 -> "functools.partial(" + inner + ", " + expression(depth - 1) + ")";
      case 23 -> "('{0.' + " + name + " + '}').format(" + inner + ")";
      case 24 -> "string.Formatter().get_field('0.' + " + name + ", [" + inner + "], {})";
      case 25 -> "object.__getattribute__(" + inner + ", " + name + ")";
      case 26 ->
          "type('X', (class_of(" + inner + "),), {" + name + ": " + expression(depth - 1) + "})";
      case 27 ->
          "types.new_class('X', (class_of("
              + inner
              + "),), {}, lambda ns: ns.update({"
              + name
              + ": Spy()}))";
      case 28 -> "copy.copy(" + inner + ")";
      case 29 -> "copy.deepcopy(" + inner + ")";
      case 30 -> "[*itertools.islice(" + inner + ", 3)]";
      case 31 -> "[*map(getattr, [" + inner + "], [" + name + "])]";
      case 32 -> "setattr(" + inner + ", " + name + ", " + leaf() + ")";
      case 33 -> "functools.reduce(getattr, [" + inner + ", " + name + ", " + name + "])";
      case 34 -> "property(" + inner + ").__get__(" + expression(depth - 1) + ")";
      case 35 -> "functools.update_wrapper(spying, " + inner + ")";
      case 36 -> "(" + inner + ")[" + expression(depth - 1) + "]";
      case 37 -> "inspect.getattr_static(" + inner + ", " + name + ")";
      case 38 -> "dict(inspect.getmembers(" + inner + "))";
      case 39 -> "dataclasses.make_dataclass('D', [('a', " + inner + ")])(" + leaf() + ")";
      case 40 -> "enum.Enum('E', {'A': " + inner + ", 'B': Spy()})";
      case 41 -> "sorted([2, 1], key=" + inner + ")";
      case 42 -> "traceback.format_exception(" + inner + ")";
      default -> "next(iter(" + inner + "))";
    };
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
