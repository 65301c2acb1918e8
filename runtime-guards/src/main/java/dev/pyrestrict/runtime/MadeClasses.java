package dev.pyrestrict.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;

/**
 * Shows every class to the guards when it is made, whatever made it: a class statement, a call of a
 * metaclass or a function of the library.
 *
 * <p>The calls are in GraalPy's code, put there by {@code build-tools/safepoints} where a new class
 * is ready and nobody has seen it yet. The guards' function is kept among the context's builtins,
 * as Python's own {@code __build_class__} is; no guest can name it.
 *
 * <p>Thread-safe: nothing here has state.
 */
public final class MadeClasses {
  private static final String GUARD = "__class_made__";

  private MadeClasses() {}

  /**
   * A class was made. What the guards raise goes to whoever makes it.
   *
   * @param builtins the module of the context's builtins
   */
  @TruffleBoundary
  public static void made(Object made, Object builtins) {
    InteropLibrary interop = InteropLibrary.getUncached();
    try {
      if (interop.isMemberReadable(builtins, GUARD)) {
        interop.execute(interop.readMember(builtins, GUARD), made);
      }
    } catch (InteropException e) {
      throw new IllegalStateException(e);
    }
  }
}
