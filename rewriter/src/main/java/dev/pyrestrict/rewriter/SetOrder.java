package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.ast.ConstantValue;
import dev.pyrestrict.grammar.ast.Expression;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The order in which CPython's sets show small integers: that of its hash table, which is the same
 * in every process. GraalPy's sets know in which order they were filled, and are arranged by that
 * as CPython's are; a set that is written out is written so that the same comes out.
 *
 * <p>As in {@code Objects/setobject.c}; a set of three constants or more is a copy of a frozen one.
 */
final class SetOrder {
  private static final int SMALLEST_TABLE = 8;
  private static final int LINEAR_PROBES = 9;
  private static final int PERTURB_SHIFT = 5;

  /** So many constants are copied from a frozen set. */
  private static final int COPIED = 3;

  /** Beyond are big tables, which grow otherwise, and integers that are not their own hash. */
  private static final int MOST = 10_000;

  private static final BigInteger LARGEST = BigInteger.valueOf(Integer.MAX_VALUE);

  private int[] table = new int[SMALLEST_TABLE];
  private int used;

  private SetOrder() {
    Arrays.fill(table, -1);
  }

  /**
   * A set that is written out.
   *
   * @param copied whether a copy of it is what stands in CPython's order
   */
  record Written(ImmutableList<Expression> elements, boolean copied) {}

  /** Returns how a set is to be written so that it is shown in CPython's order. */
  static Written written(ImmutableList<Expression> elements) {
    Optional<SetOrder> set = of(elements);
    if (set.isEmpty() || elements.size() < COPIED) {
      return new Written(elements, false);
    }
    SetOrder frozen = set.get().rebuilt();
    List<Integer> shown = frozen.copied().values();
    for (List<Integer> order : List.of(shown, frozen.values(), set.get().values())) {
      if (filled(order).values().equals(shown)) {
        return new Written(inOrder(elements, order), false);
      }
    }
    return new Written(inOrder(elements, frozen.values()), true);
  }

  /** Returns the elements of a set that is only walked through, which CPython does not copy. */
  static ImmutableList<Expression> frozen(ImmutableList<Expression> elements) {
    return of(elements).map(set -> inOrder(elements, set.values())).orElse(elements);
  }

  /** The table of the elements when all of them are small integers. */
  private static Optional<SetOrder> of(ImmutableList<Expression> elements) {
    if (elements.size() > MOST || !elements.stream().allMatch(SetOrder::isSmall)) {
      return Optional.empty();
    }
    return Optional.of(filled(elements.stream().map(SetOrder::value).toList()));
  }

  private static boolean isSmall(Expression element) {
    return element instanceof Expression.Constant constant
        && constant.value() instanceof ConstantValue.IntValue(BigInteger value)
        && value.compareTo(LARGEST) < 0;
  }

  private static int value(Expression element) {
    return element instanceof Expression.Constant constant
            && constant.value() instanceof ConstantValue.IntValue(BigInteger value)
        ? value.intValueExact()
        : -1;
  }

  private static SetOrder filled(List<Integer> values) {
    SetOrder set = new SetOrder();
    values.forEach(set::add);
    return set;
  }

  private static ImmutableList<Expression> inOrder(
      ImmutableList<Expression> elements, List<Integer> order) {
    Map<Integer, Expression> written = new HashMap<>();
    elements.forEach(element -> written.putIfAbsent(value(element), element));
    return order.stream().map(written::get).collect(ImmutableList.toImmutableList());
  }

  private void add(int value) {
    int place = place(value);
    if (table[place] < 0) {
      table[place] = value;
      used++;
      if (used * 5 >= (table.length - 1) * 3) {
        resize(used * 4);
      }
    }
  }

  /** Where the value is, or is to be put. */
  private int place(int value) {
    int mask = table.length - 1;
    int perturb = value;
    int place = value & mask;
    while (true) {
      int last = place + LINEAR_PROBES <= mask ? place + LINEAR_PROBES : place;
      for (int i = place; i <= last; i++) {
        if (table[i] < 0 || table[i] == value) {
          return i;
        }
      }
      perturb >>>= PERTURB_SHIFT;
      place = (place * 5 + 1 + perturb) & mask;
    }
  }

  private void resize(int least) {
    int size = SMALLEST_TABLE;
    while (size <= least) {
      size <<= 1;
    }
    List<Integer> values = values();
    table = new int[size];
    Arrays.fill(table, -1);
    values.forEach(value -> table[place(value)] = value);
  }

  /** The compiler makes its frozen sets anew, of what they show. */
  private SetOrder rebuilt() {
    return filled(values());
  }

  private SetOrder copied() {
    SetOrder copy = new SetOrder();
    if (used * 5 >= (copy.table.length - 1) * 3) {
      copy.resize(used * 2);
    }
    if (copy.table.length == table.length) {
      return this;
    }
    values().forEach(value -> copy.table[copy.place(value)] = value);
    return copy;
  }

  private List<Integer> values() {
    List<Integer> values = new ArrayList<>();
    for (int value : table) {
      if (value >= 0) {
        values.add(value);
      }
    }
    return values;
  }
}
