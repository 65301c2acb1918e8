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

/**
 * The order in which CPython's sets show small integers: that of its hash table, which is the same
 * in every process. GraalPy's sets keep the order in which they were filled; a set that is written
 * out is written in CPython's order.
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

  /** Returns the elements in CPython's order when all of them are small integers. */
  static ImmutableList<Expression> ordered(ImmutableList<Expression> elements) {
    return ordered(elements, elements.size() >= COPIED);
  }

  /** Returns the elements of a set that is only walked through, which CPython does not copy. */
  static ImmutableList<Expression> frozen(ImmutableList<Expression> elements) {
    return ordered(elements, false);
  }

  private static ImmutableList<Expression> ordered(
      ImmutableList<Expression> elements, boolean copied) {
    if (elements.size() > MOST) {
      return elements;
    }
    SetOrder set = new SetOrder();
    Map<Integer, Expression> written = new HashMap<>();
    for (Expression element : elements) {
      if (!(element instanceof Expression.Constant constant
          && constant.value() instanceof ConstantValue.IntValue(BigInteger value)
          && value.compareTo(LARGEST) < 0)) {
        return elements;
      }
      set.add(value.intValue());
      written.putIfAbsent(value.intValue(), element);
    }
    SetOrder shown = copied ? set.rebuilt().copied() : set.rebuilt();
    return shown.values().stream().map(written::get).collect(ImmutableList.toImmutableList());
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
    SetOrder anew = new SetOrder();
    values().forEach(anew::add);
    return anew;
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
