package safepoints;

/**
 * Has the format code {@code n} write numbers as the locale C has them, with which CPython starts:
 * GraalPy writes them as the server's own locale has them.
 */
final class PlainNumbers {
  private static final String FORMATTER =
      "com/oracle/graal/python/runtime/formatting/InternalFormat$Formatter.class";

  static final Change CHANGE =
      Insertion.beforeReturn(
          FORMATTER, "getCurrentDecimalFormat", code -> code.pop().aconst_null());

  private PlainNumbers() {}
}
