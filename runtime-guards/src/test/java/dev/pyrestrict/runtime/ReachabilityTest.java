package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.rewriter.GuardMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever a program does, what it holds in the end leads to nothing that no guest may hold: no
 * frame, code, real module, file, namespace or function of the runtime, no builtin of which guests
 * have a guarded one, no object of the host or of another guest. {@code -Dpyrestrict.guests=5000}
 * tries more programs; a build tries the same ones every time.
 */
final class ReachabilityTest {
  private static final Limits LIMITS =
      Limits.DEFAULT.withCpu(Duration.ofSeconds(1)).withWall(Duration.ofSeconds(5));

  /** Programs that one guest runs: what one of them leaves behind the next one finds. */
  private static final int LIFE = 50;

  private static Sandbox sandbox;
  private static Optional<WalkedGuest> current = Optional.empty();
  private static int programs;
  private static int refused;
  private static int broken;
  private static long walked;

  @BeforeContainer
  static void open() {
    sandbox = Sandbox.builder().build();
    sandbox.warm(2);
  }

  @AfterContainer
  static void close() {
    current.ifPresent(WalkedGuest::close);
    sandbox.close();
    if (programs > 20) {
      assertThat(refused + broken).isLessThan(programs / 4);
      assertThat(walked).isGreaterThan(programs * 5L);
    }
  }

  @Provide
  Arbitrary<List<Long>> seeds() {
    return Arbitraries.randomValue(Random::nextLong).list().ofMinSize(1).ofMaxSize(12);
  }

  @Property(edgeCases = EdgeCasesMode.NONE, seed = "20261125")
  void programsGetHoldOfNothingThatNoGuestMayHold(@ForAll("seeds") List<Long> seeds) {
    nothingIsReachableAfter(GuestPrograms.program(seeds));
  }

  /** Nor do arguments that lie or have no end, for every builtin and member of a module. */
  @Property(edgeCases = EdgeCasesMode.NONE, seed = "20261125")
  void hostileArgumentsGetHoldOfNothing(@ForAll("seeds") List<Long> seeds) {
    nothingIsReachableAfter(GuestPrograms.hostileCalls(seeds));
  }

  private static void nothingIsReachableAfter(String program) {
    programs++;
    WalkedGuest guest = current.orElseGet(() -> newGuest(program));
    current = Optional.of(guest);
    Optional<GuestResult> result = guest.run(program, LIMITS);
    if (result.isEmpty()) {
      refused++;
      return;
    }
    assertWithMessage(program).that(result.get()).isNotInstanceOf(GuestResult.Fault.class);
    Optional<WalkedGuest.Walk> walk =
        result.get() instanceof GuestResult.LimitExceeded ? Optional.empty() : guest.walk(false);
    if (walk.isEmpty()) {
      broken++;
    }
    // A guest that holds what it must not is of no use to the programs after this one.
    if (walk.isEmpty() || !walk.get().found().isEmpty() || programs % LIFE == 0) {
      guest.close();
      current = Optional.empty();
    }
    if (walk.isPresent()) {
      walked += walk.get().objects();
      assertWithMessage(program).that(walk.get().found()).isEmpty();
    }
  }

  /** Makes a guest of one of the two modes: which one its first program says. */
  private static WalkedGuest newGuest(String program) {
    GuardMode mode = program.length() % 2 == 0 ? GuardMode.FAST : GuardMode.FULL;
    return WalkedGuest.start(sandbox, mode, "", GuestPrograms.BEGINNING, GuestPrograms.BOUND);
  }

  /** What trusted code puts among a guest's names is found, each thing as what it is. */
  @Example
  void theWalkFindsWhatIsPlanted() {
    String trusted =
        """
        things = [open, sys._getframe(), compile('1', '', 'eval'), sys, main, sys.stdout, type(sys.stdout.buffer.raw), give,
                  object.__dict__['__getattribute__'], str.format, type.__subclasses__, free(enter_jail, 'host')['call'],
                  'secret-of-another', classify, made_facades, builtins.__build_class__, re.__dict__['_cache'], re.RegexFlag._member_map_]
        for i, thing in enumerate(things):
            main[f'planted{i}'] = thing
        """;
    try (WalkedGuest guest =
        WalkedGuest.start(sandbox, GuardMode.FAST, trusted, "", ImmutableList.of())) {
      ImmutableList<String> found = guest.walk(false).orElseThrow().found();
      for (int i = 0; i < 18; i++) {
        String name = "planted" + i + ":";
        assertWithMessage("%s of %s", name, found)
            .that(found.stream().anyMatch(each -> each.startsWith(name)))
            .isTrue();
      }
    }
  }

  /** Wherever a guest can put a thing, the walk looks. */
  @Example
  void theWalkLooksEverywhere() {
    String trusted =
        """
        codes = iter([compile(str(i), f'code{i}', 'eval') for i in range(20)])
        main['take'] = main['__builtins__'] = lambda: next(codes)
        """;
    String program =
        """
        import collections, functools, types
        class C:
            __slots__ = ('slot', '__dict__')
            kept = [take()]
            def __init__(self): self.slot = take(); self.attribute = take()
            def read(self): return self._hidden
            shown = property(lambda self: C.kept)
        c = C()
        def generator(local):
            yield local
        g = generator(take())
        next(g)
        def outer(seen):
            return lambda: seen
        closure = outer(take())
        default = lambda a=take(), *, b=take(): a
        partial = functools.partial(print, take(), end=take())
        error = ValueError(take())
        error.__context__ = KeyError(take())
        containers = ({take(): 1}, {1: (take(), frozenset([take()]))}, collections.deque([take()]), collections.ChainMap({1: take()}))
        views = types.MappingProxyType({1: take()}), types.SimpleNamespace(a=take()), map(lambda x: x, [take()])
        class Data(collections.UserList): pass
        data = Data([take()])
        """;
    try (WalkedGuest guest =
        WalkedGuest.start(sandbox, GuardMode.FAST, trusted, program, ImmutableList.of("take"))) {
      ImmutableList<String> found = guest.walk(false).orElseThrow().found();
      assertWithMessage("%s", found)
          .that(found.stream().filter(each -> each.endsWith(": code")).count())
          .isEqualTo(20);
    }
  }
}
