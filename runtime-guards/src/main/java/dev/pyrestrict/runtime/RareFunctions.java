package dev.pyrestrict.runtime;

import com.google.common.collect.ImmutableSet;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;

/**
 * Functions that make a guest's side, or import modules. Each has its loops, or is very long, and
 * runs once for each guest, or each module of each guest. That is enough for Truffle to have it
 * compiled, and again whenever the next guest's modules are of other kinds: at the start of a
 * guest, and in a server with many, the one thread that compiles did little else, while the guests'
 * own functions waited.
 *
 * <p>The call is in Truffle's code, put there by {@code build-tools/safepoints}.
 *
 * <p>Thread-safe.
 */
public final class RareFunctions {
  /** A function of a guest's may import something each time that it is called. */
  private static final int OFTEN = 20_000;

  private static final ImmutableSet<String> SOURCES =
      ImmutableSet.of(
          "<frozen importlib._bootstrap>",
          "<frozen importlib._bootstrap_external>",
          GuestSide.DIRECTORY + "facades.py",
          GuestSide.DIRECTORY + "library_builtins.py");

  private RareFunctions() {}

  /**
   * Reports whether a function that Truffle would have compiled is not worth it.
   *
   * @param calls how often it was called
   */
  public static boolean isRare(RootNode function, int calls) {
    SourceSection place = calls < OFTEN ? function.getSourceSection() : null;
    if (place == null) {
      return false;
    }
    String source = place.getSource().getName();
    return SOURCES.contains(source) || GuestSide.isRoom(source, place.getStartColumn());
  }
}
