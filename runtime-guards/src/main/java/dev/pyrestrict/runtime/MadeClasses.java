package dev.pyrestrict.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;

/**
 * Shows every class to the guards when it is made, whatever made it: a class statement, a call of a
 * metaclass or a function of the library; and asks them before one is changed that is not the
 * guest's own, whatever changes it: a method of the library that sets an attribute of what it is
 * called with is called with a class.
 *
 * <p>The calls are in GraalPy's code, put there by {@code build-tools/safepoints} where a new class
 * is ready and nobody has seen it yet. The guards' function is kept among the context's builtins,
 * as Python's own {@code __build_class__} is; no guest can name it.
 *
 * <p>Thread-safe: nothing here has state.
 */
public final class MadeClasses {
  private static final String MADE = "__class_made__";
  private static final String SET = "__class_set__";

  private MadeClasses() {}

  /**
   * A class was made. What the guards raise goes to whoever makes it.
   *
   * @param builtins the module of the context's builtins
   * @return 0 if it is not the guest's own, 1 if it is, 2 if besides its objects need no guard:
   *     whoever reads a private attribute of one, or sets any, may do so
   */
  @TruffleBoundary
  public static int made(Object made, Object builtins) {
    return ask(builtins, MADE, made) instanceof Integer whose ? whose : 0;
  }

  /**
   * An attribute is about to be set, or deleted, of a class that is not the guest's own. What the
   * guards raise goes to whoever sets it.
   *
   * @param name what is set
   * @param builtins the module of the context's builtins
   */
  @TruffleBoundary
  public static void attributeIsSet(Object cls, Object name, Object builtins) {
    ask(builtins, SET, cls, name);
  }

  private static Object ask(Object builtins, String guard, Object... subject) {
    InteropLibrary interop = InteropLibrary.getUncached();
    try {
      return interop.isMemberReadable(builtins, guard)
          ? interop.execute(interop.readMember(builtins, guard), subject)
          : false;
    } catch (InteropException e) {
      throw new IllegalStateException(e);
    }
  }
}
