package dev.pyrestrict.rewriter;

import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.Statement;
import java.util.HashSet;
import java.util.Set;

/** Judges the use that the classes of one module make of private names. Not thread-safe. */
final class PrivateNames {
  private final Refusals refusals;

  /** Names, without leading underscores, of classes whose bodies have private names. */
  private final Set<String> classes = new HashSet<>();

  /** Whether the innermost class that is being read has one. */
  private boolean mentioned;

  private int depth;

  PrivateNames(Refusals refusals) {
    this.refusals = refusals;
  }

  private static boolean isPrivate(String name) {
    return name.startsWith("__") && !name.endsWith("__");
  }

  /** Takes note of a name, or of an attribute's. */
  void mention(String name) {
    mentioned |= isPrivate(name);
  }

  /** Reads the body of a class, and judges the class by the names that were mentioned. */
  void inClass(Statement.ClassDef c, Runnable body) {
    boolean outer = mentioned;
    mentioned = false;
    depth++;
    body.run();
    depth--;
    judge(c);
    mentioned = outer;
  }

  /** Judges a name that is declared global. */
  void declareGlobal(String name, Span span) {
    if (depth > 0 && isPrivate(name)) {
      refusals.refuse(
          "PR0105",
          span,
          "class-private name '" + name + "' can't be global",
          "use one underscore");
    }
  }

  /**
   * Python tells the private names of classes apart by the class's name alone: it must be one of a
   * kind.
   */
  private void judge(Statement.ClassDef c) {
    if (!mentioned) {
      return;
    }
    String stripped = c.name().replaceFirst("^_+", "");
    if (stripped.isEmpty()) {
      refusals.refuse(
          "PR0503",
          c.span(),
          "a class whose name is all underscores has no private names",
          "give it a name");
    } else if (!classes.add(stripped)) {
      refusals.refuse(
          "PR0503",
          c.span(),
          "two classes named '" + c.name() + "' have private names: they would share them",
          "rename one of them, or use one underscore");
    }
  }
}
