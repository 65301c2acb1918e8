package dev.pyrestrict.runtime;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.nodes.RootNode;
import dev.pyrestrict.rewriter.PolicyLimits;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Counts how deep the calls of a guest's functions go, as CPython does, and raises {@code
 * RecursionError} at the depth that CPython does. Without it GraalPy lets calls go on to the end of
 * Java's stack, and what runs there fails anywhere: in the middle of a guard, or of a class of
 * Java's that no guest after it can use again.
 *
 * <p>Builtins that call each other for what an object holds, as {@code repr()} of a list in a list
 * does, are counted apart: no function of Python is between.
 *
 * <p>The calls are in GraalPy's code, put there by {@code build-tools/safepoints} around the
 * execution of each function and each step of a generator. Each context has one of these in a field
 * that the same program adds: what compiled code knows of its context it need not look for, which a
 * count kept by thread made it do at each call. A context is used by one thread at a time.
 */
public final class RecursionDepth {
  /** Where a guest starts from: {@code sys.getrecursionlimit()}. */
  static final int USUAL = 1000;

  /** So much deeper the guards come: a guest that is at the end can still be told so. */
  private static final int ROOM = 50;

  /**
   * As deep as CPython 3.12 goes in what is written in C ({@code C_RECURSION_LIMIT}, {@code
   * Include/cpython/pystate.h}).
   */
  private static final int DEEPEST_BUILTINS = 10_000;

  /**
   * So deep in builtins there are looks whether to stop: what holds a thing twice that holds
   * another twice, and so on, is gone through in steps that no number of levels bounds.
   */
  private static final int DEEP_IN_BUILTINS = 16;

  /**
   * The builtins, begun deep in others, from one such look to the next. A look costs as much as
   * hundreds of them, and functions that remember their results call themselves through a builtin.
   */
  private static final int STEPS = 1024;

  /** GraalPy makes its contexts on the thread that asks for them. */
  private static final ThreadLocal<RecursionDepth> NEWEST = new ThreadLocal<>();

  /** What else is counted where calls are. */
  final Steps taken = new Steps();

  /** Whether a source is the guest's own, by its name. */
  private Predicate<String> guestsOwn = source -> false;

  /** The calls that the context's code is in now. */
  private int depth;

  /** The builtins, called by others, that it is in now. */
  private int builtins;

  /** The builtins that have begun deep in others since the last look whether to stop. */
  private int steps;

  /** The calls that it may be in; nothing is limited before a guest runs. */
  private int deepest = Integer.MAX_VALUE;

  /** What the guest can raise that to. */
  private int most = Integer.MAX_VALUE;

  /** A context is made. */
  public RecursionDepth() {
    NEWEST.set(this);
  }

  /**
   * Returns that of the context which this thread made last; with GraalPy's own jars, which make
   * none, one that hears of no calls.
   *
   * @param guestsOwn whether a source is the guest's own, by its name
   */
  static RecursionDepth ofNewContext(Predicate<String> guestsOwn) {
    RecursionDepth newest = NEWEST.get();
    NEWEST.remove();
    RecursionDepth depth = newest == null ? new RecursionDepth() : newest;
    depth.guestsOwn = guestsOwn;
    return depth;
  }

  /**
   * A run of the guest begins.
   *
   * @param wanted how deep the guest itself wants to go
   * @param limit how deep its limits let it go
   */
  void start(int wanted, int limit) {
    depth = 0;
    builtins = 0;
    deepest = Math.min(wanted, limit);
    most = limit;
  }

  /** Returns how deep calls may go: {@code sys.getrecursionlimit()}. */
  int limit() {
    return Math.min(deepest, PolicyLimits.DEEPEST);
  }

  /** Sets how deep the guest wants to go; returns how deep the caller's caller is. */
  int limit(int wanted) {
    int now = depth - 1;
    if (now < wanted) {
      deepest = Math.min(wanted, most);
    }
    return now;
  }

  /** A function of Python begins. */
  public void enter(RootNode function) {
    if (depth >= deepest) {
      CompilerDirectives.transferToInterpreter();
      if (depth >= deepest + ROOM || !isTrusted(function)) {
        throw new TooDeep();
      }
    }
    depth++;
  }

  /** It ends. */
  public void leave() {
    depth--;
  }

  /** A function takes a step; to be called if {@link Steps#areCounted()}. */
  public void step() {
    taken.take();
  }

  /** A builtin begins that was called by another for what an object holds. */
  public void enterBuiltin() {
    if (builtins >= DEEPEST_BUILTINS) {
      CompilerDirectives.transferToInterpreter();
      throw new TooDeep();
    }
    if (builtins >= DEEP_IN_BUILTINS && ++steps >= STEPS) {
      steps = 0;
      // Rare; a call here would have compiled code read anew whatever it knows of objects.
      CompilerDirectives.transferToInterpreter();
      Safepoint.poll();
    }
    builtins++;
  }

  /** It ends. */
  public void leaveBuiltin() {
    builtins--;
  }

  /**
   * Reports whether it is the guest's own code that runs now, not the library's or the runtime's.
   */
  public boolean isInGuestsCode() {
    return Optional.ofNullable(
            Truffle.getRuntime()
                .iterateFrames(
                    frame ->
                        source(((RootCallTarget) frame.getCallTarget()).getRootNode())
                            .orElse(null)))
        .filter(guestsOwn)
        .isPresent();
  }

  /** By its file's name; a guest that names its own like that comes so much deeper, no more. */
  private static boolean isTrusted(RootNode function) {
    return source(function).filter(name -> name.startsWith(GuestSide.DIRECTORY)).isPresent();
  }

  /** The name of the source that a function is written in; GraalPy's own have none. */
  private static Optional<String> source(RootNode function) {
    return Optional.ofNullable(function.getSourceSection())
        .map(place -> place.getSource().getName());
  }

  /** GraalPy makes {@code RecursionError} of it. */
  private static final class TooDeep extends StackOverflowError {
    private static final long serialVersionUID = 1;

    @Override
    public Throwable fillInStackTrace() {
      return this;
    }
  }
}
