package dev.pyrestrict.runtime;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.UnsupportedSpecializationException;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.nodes.ControlFlowException;
import java.util.Set;

/**
 * What GraalPy throws where it does not know what to do with an object, and CPython raises an
 * exception: a guest gets the one that it most likely is, or a {@code SystemError}, which says
 * nothing of Java.
 *
 * <p>The call is in GraalPy's code, put there by {@code build-tools/safepoints}, where it decides
 * which errors of Java's a guest can catch.
 */
public final class Defects {
  /** What Truffle has to say of contexts that are being closed is no guest's to catch. */
  private static final String CONTEXTS = "com.oracle.truffle.polyglot.";

  /** What one part of GraalPy says to another that calls it: here there is no such part left. */
  private static final Set<String> UNHEARD =
      Set.of(
          "com.oracle.graal.python.nodes.util.CannotCastException",
          "com.oracle.graal.python.nodes.call.special.SpecialMethodNotFound",
          "com.oracle.graal.python.runtime.sequence.storage.SequenceStoreException",
          "com.oracle.graal.python.lib.IteratorExhausted");

  private Defects() {}

  /**
   * Reports whether it is an error of the runtime's, and no exception of Python's. It is asked in
   * every call that is compiled, and never says yes there: what follows is no compiled code's.
   */
  public static boolean isOne(Throwable error) {
    if (error instanceof AbstractTruffleException
        || !(error instanceof RuntimeException || error instanceof AssertionError)) {
      return false;
    }
    CompilerDirectives.transferToInterpreter();
    return isUnknown(error);
  }

  @TruffleBoundary
  private static boolean isUnknown(Throwable error) {
    String name = error.getClass().getName();
    return error instanceof ControlFlowException
        ? UNHEARD.contains(name)
        : !name.startsWith(CONTEXTS);
  }

  /** Returns the name of the exception that the guest gets. */
  @TruffleBoundary
  public static String exception(Throwable error) {
    return switch (error) {
      case UnsupportedSpecializationException _, ClassCastException _, ControlFlowException _ ->
          "TypeError";
      case ArithmeticException _, NegativeArraySizeException _ -> "OverflowError";
      default -> "SystemError";
    };
  }

  /** Returns what that exception says. */
  @TruffleBoundary
  public static String words(Throwable error) {
    return switch (exception(error)) {
      case "TypeError" -> "an argument is of a type that is not taken here";
      case "OverflowError" -> "a number is too large";
      default -> "the Python runtime can not do this operation";
    };
  }
}
