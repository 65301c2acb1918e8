package dev.pyrestrict.rewriter;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.Parser;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.grammar.ast.ConstantValue;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Node;
import dev.pyrestrict.grammar.ast.Span;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every place of the tree that holds a name, found by reflection over the tree's definition: what
 * binds or reads a variable there refuses the names of guards.
 */
final class NamePositionsTest {
  /** Places that name no variable of the program, each with what it names. */
  private static final ImmutableSet<String> NO_VARIABLES =
      ImmutableSet.of(
          // Attributes: guards are variables, no object's attributes; the guard of attributes is
          // asked about them.
          "Attribute.attribute",
          "MatchClass.keywordAttributes",
          // A parameter of the function that is called, which no guest's function can have.
          "Keyword.name",
          // A module.
          "ImportFrom.module");

  /** What all these places are found in. */
  private static final String PROGRAM =
      """
      import a.b
      import a as b
      from a import c
      from a import c as d
      type Alias[T: int, *Ts, **P] = T
      @a
      def f[T: int, *Ts, **P](a, /, b=1, *c, d: a = 2, **e) -> a:
          global g
          g = a.b
          def inner():
              nonlocal a
              a = 1
          del a
          return lambda a, /, b, *c, d=1, **e: (a, b)
      async def h[T](x):
          async for i in x: await i
          async with x as y: pass
          return [i async for i in x if i]
      class C[T](a, k=b, **c):
          m: int = 1
          n = 1
          def method(self): self.n += 1
      for i in a: x = y = i
      for i, [j, *k] in a: x[i], y.z = j
      while a: break
      with a as b, c as (d, e): pass
      try: pass
      except a as b: raise b from a
      try: pass
      except* a as b: pass
      match a:
          case b.c | 1 if h: pass
          case [x, *y]: pass
          case {'k': f, **g}: pass
          case None: pass
          case C(i, n=j) as k: pass
          case l: pass
      x: a
      x += 1
      assert a, b
      [i for i in a for j in i if j]
      {i for i in a}
      {i: j for i, j in a}
      (i for i in a)
      (n := 1)
      f(a, *b, k=c, **d)
      f'{a!r:{b}}'
      def g():
          x = yield a
          yield from b
      a if b else c
      a[b:c:d]
      not a or b < c
      {**a, b: c}
      {a, *b}
      """;

  private static ImmutableSet<Class<?>> nodes() {
    Set<Class<?>> found = new LinkedHashSet<>();
    Deque<Class<?>> left = new ArrayDeque<>(List.of(Module.class, Node.class));
    while (!left.isEmpty()) {
      Class<?> type = left.pop();
      if (type == ConstantValue.class || type == Span.class) {
        continue;
      }
      if (type.isSealed()) {
        left.addAll(Arrays.asList(type.getPermittedSubclasses()));
      } else if (type.isRecord() && found.add(type)) {
        for (RecordComponent component : type.getRecordComponents()) {
          typesIn(component.getGenericType())
              .filter(inner -> inner.getPackage() == Node.class.getPackage())
              .forEach(left::add);
        }
      }
    }
    return ImmutableSet.copyOf(found);
  }

  private static java.util.stream.Stream<Class<?>> typesIn(Type type) {
    return type instanceof ParameterizedType generic
        ? Arrays.stream(generic.getActualTypeArguments()).flatMap(NamePositionsTest::typesIn)
        : java.util.stream.Stream.of((Class<?>) type);
  }

  /** The components of the tree's records that hold names. */
  private static Set<String> positions() {
    TreeSet<String> positions = new TreeSet<>();
    for (Class<?> node : nodes()) {
      for (RecordComponent component : node.getRecordComponents()) {
        if (typesIn(component.getGenericType()).anyMatch(type -> type == String.class)) {
          positions.add(node.getSimpleName() + "." + component.getName());
        }
      }
    }
    return positions;
  }

  /** Puts a name in place of one of the tree's names. */
  private static final class Substitution {
    private final String name;
    private int left;
    private String position = "";

    Substitution(String name, int index) {
      this.name = name;
      left = index;
    }

    Object apply(Object value, String place) {
      return switch (value) {
        case String text -> {
          if (left-- == 0) {
            position = place;
            // Dotted names are modules': the part that is bound is the first.
            yield name;
          }
          yield text;
        }
        case Optional<?> inner -> inner.map(held -> apply(held, place));
        case ImmutableList<?> list ->
            list.stream()
                .map(element -> apply(element, place))
                .collect(ImmutableList.toImmutableList());
        case ConstantValue constant -> constant;
        case Record node when node.getClass().getPackage() == Node.class.getPackage() ->
            rebuilt(node);
        default -> value;
      };
    }

    private Object rebuilt(Record node) {
      try {
        RecordComponent[] components = node.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
          types[i] = components[i].getType();
          values[i] =
              apply(
                  components[i].getAccessor().invoke(node),
                  node.getClass().getSimpleName() + "." + components[i].getName());
        }
        Constructor<?> constructor = node.getClass().getDeclaredConstructor(types);
        return constructor.newInstance(values);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"_getattr_", "__held__", "__t0__", "_site0a_", "__import__"})
  void everyPlaceOfAVariableRefusesTheNamesOfGuards(String guard) {
    Module module = Parser.parse(new SourceFile("a.py", PROGRAM)).module().orElseThrow();
    Compiler compiler =
        new Compiler(
            Policy.parse("[modules]\nallow = ['a', 'a.b']\n").policy().orElseThrow(),
            GuardMode.FAST);
    Set<String> met = new TreeSet<>();
    for (int i = 0; ; i++) {
      Substitution substitution = new Substitution(guard, i);
      Module changed = (Module) substitution.apply(module, "");
      if (substitution.position.isEmpty()) {
        break;
      }
      met.add(substitution.position);
      if (NO_VARIABLES.contains(substitution.position)) {
        continue;
      }
      String text = Emitter.emit(changed).text();
      ImmutableList<Diagnostic> found = compiler.check(new SourceFile("a.py", text));
      assertWithMessage("%s in %s:\n%s\n%s", guard, substitution.position, text, found)
          .that(found.stream().anyMatch(problem -> refuses(problem, guard)))
          .isTrue();
    }
    assertThat(met).isEqualTo(positions());
  }

  /** Either a rule about the name, or the grammar's own: nonlocal names have to be bound. */
  private static boolean refuses(Diagnostic problem, String name) {
    return problem.message().contains(name)
        && ImmutableSet.of("PR0001", "PR0101", "PR0102", "PR0301", "PR0304", "PR0501")
            .contains(problem.rule());
  }

  @Test
  void everyNodeHasAWrittenDecision() throws IOException {
    String page = Files.readString(TestData.ROOT.resolveSibling("docs/language.md"));
    TreeSet<String> written = new TreeSet<>();
    page.lines()
        .filter(line -> line.startsWith("| `"))
        .forEach(line -> written.add(line.substring(3, line.indexOf('`', 3))));
    TreeSet<String> defined = new TreeSet<>();
    nodes().forEach(node -> defined.add(node.getSimpleName()));
    assertThat(written).isEqualTo(defined);
  }
}
