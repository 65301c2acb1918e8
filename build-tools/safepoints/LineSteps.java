package safepoints;

/**
 * Has {@code str.splitlines()} look for the end of a line in steps, between which a guest can be
 * stopped: a line may be as long as a text.
 */
final class LineSteps {
  static final Change CHANGE =
      Insertion.instead(
          GraalPy.OBJECTS + "str/StringBuiltins$SplitLinesNode.class",
          "matcherFind",
          "java/util/regex/Matcher",
          "find",
          GraalPy.call("LineSteps", "find", "(Ljava/util/regex/Matcher;)Z"));

  private LineSteps() {}
}
