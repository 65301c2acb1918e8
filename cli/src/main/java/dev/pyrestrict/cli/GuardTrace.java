package dev.pyrestrict.cli;

import com.google.common.base.Joiner;
import dev.pyrestrict.grammar.Printable;
import dev.pyrestrict.runtime.HostFunction;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Prints what guards answer, a line for each answer. */
final class GuardTrace implements HostFunction {
  private final PrintStream out;

  GuardTrace(PrintStream out) {
    this.out = out;
  }

  /** Takes guard, file, line, subject and verdict. */
  @Override
  public synchronized Boolean call(List<Object> arguments, Map<String, Object> keywords) {
    String place = arguments.get(1) + ":" + arguments.get(2);
    String line = Joiner.on(": ").join(place, arguments.get(0), arguments.get(3), arguments.get(4));
    out.println("guard: " + Printable.text(line));
    return true;
  }
}
