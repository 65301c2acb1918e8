package safepoints;

import java.util.List;
import java.util.Set;

/**
 * Has the case of texts be changed, and has texts be normalized, in steps between which a guest can
 * be stopped: all of a text is one operation of ICU's otherwise.
 */
final class TextSteps {
  private static final String ICU = "org/graalvm/shadowed/com/ibm/icu/";
  private static final String CASES = ICU + "lang/UCharacter";
  private static final String TITLES = ICU + "text/CaseMap$Title";
  private static final String NORMALIZER = ICU + "text/Normalizer2";
  private static final String STRINGS = GraalPy.OBJECTS + "str/";
  private static final String UNICODE =
      "com/oracle/graal/python/builtins/modules/UnicodeDataModuleBuiltins$";
  private static final String LOCALE = "Ljava/util/Locale;";
  private static final String TEXT = "Ljava/lang/String;";
  private static final String CHARACTERS = "Ljava/lang/CharSequence;";

  static final List<Change> CHANGES =
      List.of(
          inSteps(STRINGS + "StringUtils", CASES, "toLowerCase", LOCALE + TEXT, TEXT),
          inSteps(STRINGS + "StringUtils", CASES, "toUpperCase", LOCALE + TEXT, TEXT),
          inSteps(STRINGS + "StringBuiltins$CasefoldNode", CASES, "foldCase", TEXT + "Z", TEXT),
          Insertion.instead(
              Set.of(STRINGS + "StringBuiltins$CapitalizeNode.class"),
              TITLES,
              "apply",
              GraalPy.call(
                  "TextSteps",
                  "capitalize",
                  "(L"
                      + TITLES
                      + ";"
                      + LOCALE
                      + "L"
                      + ICU
                      + "text/BreakIterator;"
                      + CHARACTERS
                      + ")"
                      + TEXT)),
          inSteps(
              UNICODE + "NormalizeNode",
              NORMALIZER,
              "normalize",
              "L" + NORMALIZER + ";" + CHARACTERS,
              TEXT),
          inSteps(
              UNICODE + "IsNormalizedNode",
              NORMALIZER,
              "isNormalized",
              "L" + NORMALIZER + ";" + CHARACTERS,
              "Z"));

  private TextSteps() {}

  private static Change inSteps(
      String type, String owner, String method, String operands, String result) {
    return Insertion.instead(
        Set.of(type + ".class"),
        owner,
        method,
        GraalPy.call("TextSteps", method, "(" + operands + ")" + result));
  }
}
