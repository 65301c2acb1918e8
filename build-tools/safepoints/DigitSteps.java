package safepoints;

import java.util.List;

/**
 * Has a big integer be written in digits in steps, between which a guest can be stopped: all of
 * them are one operation of Java's otherwise.
 */
final class DigitSteps {
  private static final String INTEGER = "java/math/BigInteger";
  private static final String FORMATTER =
      "com/oracle/graal/python/runtime/formatting/IntegerFormatter.class";

  static final List<Change> CHANGES =
      List.of(
          inSteps(GraalPy.OBJECTS + "ints/PInt.class", "toString", ""),
          inSteps(FORMATTER, "format_d", ""),
          inSteps(FORMATTER, "toOctalString", "I"),
          inSteps(
              "com/oracle/graal/python/builtins/modules/BuiltinFunctions$BinOctHexHelperNode.class",
              "bigToString",
              "I"));

  private DigitSteps() {}

  private static Change inSteps(String type, String inMethod, String radix) {
    return Insertion.instead(
        type,
        inMethod,
        INTEGER,
        "toString",
        GraalPy.call(
            "DigitSteps", "toString", "(L" + INTEGER + ";" + radix + ")Ljava/lang/String;"));
  }
}
