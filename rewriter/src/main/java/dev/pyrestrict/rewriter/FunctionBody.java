package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.Scope;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known, while the body of a function or module is rewritten, of the place that has been
 * reached. Not thread-safe.
 */
final class FunctionBody {
  /** What can be set of the module sys, of which nothing else can. */
  private static final ImmutableSet<String> OF_SYS =
      ImmutableSet.of("argv", "stdin", "stdout", "stderr");

  /**
   * Variables of which an attribute has been set whenever the statement that is being looked at
   * runs: the guard has said that attributes of that object may be set.
   */
  private final Set<String> settable = new HashSet<>();

  /** Holds what a {@code try} with {@code except*} raised, inside of one of its clauses. */
  private Optional<String> exceptionGroup = Optional.empty();

  private boolean prints;

  /** Reports whether the function, or the module, prints to a collector of its own. */
  boolean prints() {
    return prints;
  }

  /** Notes that it does. */
  void setPrints() {
    prints = true;
  }

  /** Returns the variable that holds what a bare {@code raise} raises, in an {@code except*}. */
  Optional<String> exceptionGroup() {
    return exceptionGroup;
  }

  /** Sets that variable; returns what was set before. */
  Optional<String> setExceptionGroup(Optional<String> group) {
    Optional<String> before = exceptionGroup;
    exceptionGroup = group;
    return before;
  }

  /** Reports whether attributes of the variable's object can be set without asking. */
  boolean isSettable(String id) {
    return settable.contains(id);
  }

  /**
   * After a statement that sets attributes those of the same objects can be set without asking: the
   * guard decides by the object's class, which a guest can't set. Not in generators and coroutines:
   * whether a class may be changed depends on who goes on with them.
   *
   * @return the variables of which that was not known before
   */
  List<String> noteWritten(Statement statement, Scope scope) {
    List<String> noted = new ArrayList<>();
    if (!scope.runsInOneGo()) {
      return noted;
    }
    if (statement instanceof Statement.Assign assign) {
      assign.targets().forEach(target -> noteWritten(target, assign.span(), scope, noted));
    } else if (statement instanceof Statement.AugAssign assign) {
      noteWritten(assign.target(), assign.span(), scope, noted);
    }
    return noted;
  }

  private void noteWritten(Expression target, Span statement, Scope scope, List<String> noted) {
    if (UnpackingShape.isSequence(target)) {
      UnpackingShape.elements(target)
          .forEach(element -> noteWritten(element, statement, scope, noted));
    } else if (target instanceof Expression.Attribute attribute
        && attribute.value() instanceof Expression.Name object
        && scope.isSettled(object.id(), statement)
        && !AttributeTable.isLater(attribute.attribute())
        && !OF_SYS.contains(attribute.attribute())
        && settable.add(object.id())) {
      noted.add(object.id());
    }
  }

  /** Forgets what was known of these variables: what follows may run without what was noted. */
  void forget(List<String> noted) {
    noted.forEach(settable::remove);
  }
}
