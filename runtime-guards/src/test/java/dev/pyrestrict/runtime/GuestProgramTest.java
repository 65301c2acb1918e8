package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableMap;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.rewriter.Program;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs of several modules, and what a module shows of itself to another. */
final class GuestProgramTest {
  private static Sandbox sandbox;

  @BeforeAll
  static void open() {
    sandbox = Sandbox.builder().build();
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  private static String output(GuardMode mode, Map<String, String> modules) {
    Compiler compiler = new Compiler(Policy.profile("default"), mode);
    Program program = Program.of(modules.keySet());
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Guest guest = sandbox.newGuest(GuestOptions.builder().output(output).errors(output).build());
    modules.forEach(
        (name, text) -> {
          if (!name.equals("__main__")) {
            SourceFile source = new SourceFile(name + ".py", text);
            guest.add(name, compiler.compile(source, name, program).module().orElseThrow(), text);
          }
        });
    String main = modules.get("__main__");
    GuestResult result =
        guest.run(
            compiler
                .compile(new SourceFile("main.py", main), "__main__", program)
                .module()
                .orElseThrow(),
            main);
    return output.toString(StandardCharsets.UTF_8)
        + (result instanceof GuestResult.Raised raised ? raised.traceback() : "");
  }

  @ParameterizedTest
  @EnumSource(GuardMode.class)
  void modulesImportEachOther(GuardMode mode) {
    assertThat(
            output(
                mode,
                ImmutableMap.of(
                    "__main__",
                    """
                    import shop.goods
                    from shop import open_shop, _hours
                    print(shop.goods.Pen(2), open_shop(), _hours, shop._hours)
                    print(sorted(dir(shop)))
                    """,
                    "shop.__init__",
                    """
                    from .goods import Pen
                    _hours = 8
                    def open_shop():
                        return [Pen(1)._price, Pen(5).worth()]
                    """,
                    "shop.goods",
                    """
                    class Pen:
                        def __init__(self, price):
                            self._price = price
                        def worth(self):
                            self._price += 1
                            return self._price
                        def __repr__(self):
                            return f"{type(self).__module__}.{type(self).__name__}"
                    """)))
        .isEqualTo(
            """
            shop.goods.Pen [1, 6] 8 8
            ['Pen', '__doc__', '__name__', '_hours', 'goods', 'open_shop']
            """);
  }

  /** {@code __dict__} of one is what {@code globals()} is in it. */
  @ParameterizedTest
  @EnumSource(GuardMode.class)
  void theNamesOfAModuleAreReadAndWritten(GuardMode mode) {
    assertThat(
            output(
                mode,
                ImmutableMap.of(
                    "__main__",
                    """
                    import settings
                    names = vars(settings)
                    print(names is settings.__dict__, names == settings.names(), sorted(names))
                    names['level'] = 3
                    settings.__dict__['len'] = lambda items: 'own'
                    settings.__dict__['_getattr_'] = settings.__dict__['_guest_'] = None
                    print(settings.level, settings.measured(), len([]), __import__('settings') is settings)
                    del names['level'], names['len']
                    print(hasattr(settings, 'level'), settings.measured())
                    for hidden in '__builtins__', '__loader__', '_getattr_', '_guest_', '_plain_':
                        assert hidden not in settings.__dict__, hidden
                    try:
                        settings.__dict__ = {}
                    except (AttributeError, TypeError):
                        print('refused')
                    """,
                    "settings",
                    """
                    level = 2
                    def names(): return globals()
                    def measured(): return len([1])
                    """)))
        .isEqualTo(
            """
            True True ['__doc__', '__name__', 'level', 'measured', 'names']
            3 own 0 True
            False 1
            refused
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_getattr_",
        "_guest_",
        "_plain_",
        "_print_",
        "__builtins__",
        "__loader__",
        "__spec__"
      })
  void aModuleHidesWhatTheRuntimePutIntoIt(String name) {
    assertThat(
            output(
                GuardMode.FAST,
                ImmutableMap.of(
                    "__main__",
                    "import part\ntry:\n    print(getattr(part, '"
                        + name
                        + "'))\nexcept AttributeError:\n    print('hidden')\n",
                    "part",
                    "class A:\n    def f(self):\n        self._x = 1\n")))
        .isAnyOf("hidden\n", "None\n");
  }

  @ParameterizedTest
  @EnumSource(GuardMode.class)
  void aModulesNamesAreSetFromOutside(GuardMode mode) {
    assertThat(
            output(
                mode,
                ImmutableMap.of(
                    "__main__",
                    """
                    import config
                    config.DEBUG = True
                    config.limit = 5
                    setattr(config, 'name', 'set')
                    print(config.shown(), vars(config)['limit'], config.__dict__['DEBUG'])
                    del config.limit
                    config._count += 1
                    config.len = lambda x: 'own'
                    print(config.shown(), hasattr(config, 'limit'), config._count)
                    del config.len
                    def refused(o):
                        o.fine = 1
                        try:
                            o._getattr_ = None
                        except AttributeError as error:
                            print(error)
                        del o.getattr
                        try:
                            object.__setattr__(o, '_write_', None)
                        except AttributeError as error:
                            print(error)
                    try:
                        refused(config)
                    except AttributeError as error:
                        print(error)
                    print(config.shown(), config.guarded())
                    from unittest.mock import patch
                    with patch('config.DEBUG', 'patched'):
                        print(config.shown())
                    print(config.shown())
                    """,
                    "config",
                    """
                    DEBUG = False
                    name = 'config'
                    _count = 0
                    def shown():
                        return DEBUG, name, len([1])
                    def guarded():
                        try:
                            return getattr(shown, '__glob' + 'als__')
                        except AttributeError:
                            return 'refused'
                    """)))
        .isEqualTo(
            """
            (True, 'set', 1) 5 True
            (True, 'set', 'own') False 1
            attribute '_getattr_' of a module can't be set by guest code
            attribute '_write_' of a module can't be set by guest code
            (True, 'set', 1) refused
            ('patched', 'set', 1)
            (True, 'set', 1)
            """);
  }

  /** What a module's builtins are bound to stays bound, and nobody gets the namespace itself. */
  @ParameterizedTest
  @EnumSource(GuardMode.class)
  void aModuleKeepsItsBuiltinsAndItsNamespace(GuardMode mode) {
    assertThat(
            output(
                mode,
                ImmutableMap.of(
                    "__main__",
                    """
                    import copy, functools, types, part
                    kind, reads = type(part), part.reads
                    memo = {}
                    class Derived(kind):
                        pass
                    def unset(o):
                        o.fine = 1
                        del o.getattr, o.fine
                    ways = [
                        lambda: object.__delattr__(part, 'getattr'), lambda: kind.__delattr__(part, 'getattr'),
                        lambda: part.__delattr__('getattr'), lambda: delattr(part, 'getattr'), lambda: unset(part),
                        lambda: super(kind, part).__delattr__('getattr'), lambda: vars(part).pop('getattr'),
                        lambda: vars(part).clear(), lambda: Derived.__delattr__(part, 'getattr'),
                        lambda: super(Derived, Derived('x')).__delattr__('getattr'),
                        lambda: object.__setattr__(part, '__builtins__', {}), lambda: setattr(part, '_getattr_', None),
                        lambda: copy.copy(part), lambda: copy.deepcopy(part, memo),
                        lambda: kind.__init__(part, 'other'), lambda: part.__init__('other'),
                        lambda: functools.update_wrapper(Derived('x'), part), lambda: setattr(part, '__class__', Derived),
                        lambda: setattr(part, '__dict__', {}), lambda: types.SimpleNamespace.__init__(part, getattr=None),
                    ]
                    for number, way in enumerate(ways):
                        try:
                            way()
                        except (AttributeError, TypeError, KeyError, RuntimeError, ValueError) as error:
                            pass
                        except Exception as error:
                            print(number, type(error).__name__, error)
                        if part.__dict__ is not vars(part) or reads(reads) != 'refused':
                            print('way out', number)
                    print([k for k, v in memo.items() if type(v) is dict], type(part) is kind)
                    """,
                    "part",
                    """
                    def reads(o):
                        try:
                            return getattr(o, '__glob' + 'als__')
                        except (AttributeError, TypeError):
                            return 'refused'
                    """)))
        .isEqualTo("[] True\n");
  }

  @Test
  void annotationsThatAreTextNameWhatTheirModuleHas() {
    assertThat(
            output(
                GuardMode.FAST,
                ImmutableMap.of(
                    "__main__",
                    "from shop import Item\nprint(Item(1), Item.made, Item(1, 3).price)\n",
                    "shop",
                    """
                    from __future__ import annotations
                    import typing
                    from dataclasses import InitVar, dataclass
                    from typing import ClassVar
                    @dataclass(frozen=True, slots=True)
                    class Other:
                        size: int
                    @dataclass
                    class Item:
                        price: int
                        more: InitVar[int | None] = None
                        made: ClassVar[int] = 7
                        known: typing.ClassVar[int] = 8
                        def __post_init__(self, more):
                            self.price += more or 0
                    """)))
        .isEqualTo("Item(price=1) 7 4\n");
  }

  @Test
  void aModuleThatFailsIsNotHalfThere() {
    assertThat(
            output(
                GuardMode.FAST,
                ImmutableMap.of(
                    "__main__",
                    """
                    for _ in range(2):
                        try:
                            import part
                        except ZeroDivisionError as error:
                            print(error)
                    import part
                    """,
                    "part",
                    "print('part')\n1 / 0\n")))
        .isEqualTo(
            """
            part
            division by zero
            part
            division by zero
            part
            Traceback (most recent call last):
              File "main.py", line 6, in <module>
                import part
              File "part.py", line 2, in <module>
                1 / 0
                ~~^~~
            ZeroDivisionError: division by zero
            """);
  }

  @Test
  void noModuleTakesTheNameOfALibrarys() {
    Guest guest = sandbox.newGuest(GuestOptions.builder().build());
    var module =
        new Compiler(Policy.profile("default"), GuardMode.FAST)
            .compile(new SourceFile("json.py", "pass\n"))
            .module()
            .orElseThrow();
    assertThrows(IllegalArgumentException.class, () -> guest.add("json", module, "pass\n"));
    assertThat(Program.of(java.util.List.of("json", "string.x", "fine")).modules())
        .containsExactly("fine");
    assertInstanceOf(GuestResult.Completed.class, guest.run(module, "pass\n"));
  }
}
