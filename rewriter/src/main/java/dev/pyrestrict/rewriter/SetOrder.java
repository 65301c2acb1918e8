package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.ast.ConstantValue;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.UnaryOperator;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The order in which CPython's sets show integers, and tuples of them: that of its hash table,
 * which is the same in every process. GraalPy's sets know in which order they were filled, and are
 * arranged by that as CPython's are; a set that is written out is written so that the same comes
 * out.
 *
 * <p>As in {@code Objects/setobject.c}; a set of three constants or more is a copy of a frozen one.
 */
final class SetOrder {
  private static final int SMALLEST_TABLE = 8;
  private static final int LINEAR_PROBES = 9;
  private static final int PERTURB_SHIFT = 5;

  /** So many constants are copied from a frozen set. */
  private static final int COPIED = 3;

  /** Beyond are big tables, which grow otherwise. */
  private static final int MOST = 10_000;

  /** In bits; longer integers are not their own hash. */
  private static final int LONGEST = 60;

  private static final long FIRST_PRIME = 0x9E3779B185EBCA87L;
  private static final long SECOND_PRIME = 0xC2B2AE3D27D4EB4FL;
  private static final long FIFTH_PRIME = 0x27D4EB2F165667C5L;

  /** Null where it is free. */
  private Member[] table = new Member[SMALLEST_TABLE];

  private int used;

  private SetOrder() {}

  /**
   * What is in a set.
   *
   * @param element as it is written
   * @param value a number, or the values in a tuple
   * @param hash CPython's
   */
  private record Member(Expression element, Object value, long hash) {
    boolean isEqual(Member other) {
      return hash == other.hash && value.equals(other.value);
    }
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
    ImmutableList<Member> shown = frozen.copied().members();
    for (ImmutableList<Member> order : List.of(shown, frozen.members(), set.get().members())) {
      if (filled(order).members().equals(shown)) {
        return new Written(elements(order), false);
      }
    }
    return new Written(elements(set.get().members()), true);
  }

  /** Returns the elements of a set that is only walked through, which CPython does not copy. */
  static ImmutableList<Expression> frozen(ImmutableList<Expression> elements) {
    return of(elements).map(set -> elements(set.members())).orElse(elements);
  }

  /** The table of the elements when all of them are such constants. */
  private static Optional<SetOrder> of(ImmutableList<Expression> elements) {
    return elements.size() > MOST ? Optional.empty() : all(elements).map(SetOrder::filled);
  }

  private static Optional<ImmutableList<Member>> all(ImmutableList<Expression> elements) {
    ImmutableList<Member> members =
        elements.stream()
            .flatMap(element -> member(element).stream())
            .collect(ImmutableList.toImmutableList());
    return members.size() == elements.size() ? Optional.of(members) : Optional.empty();
  }

  private static Optional<Member> member(Expression element) {
    if (element instanceof Expression.Tuple tuple) {
      return all(tuple.elements()).map(members -> tuple(tuple, members));
    }
    Optional<Long> value =
        element instanceof Expression.UnaryOp negated && negated.operator() == UnaryOperator.U_SUB
            ? number(negated.operand()).map(positive -> -positive)
            : number(element);
    return value.map(number -> new Member(element, number, number == -1 ? -2 : number));
  }

  private static Optional<Long> number(Expression element) {
    return element instanceof Expression.Constant constant
            && constant.value() instanceof ConstantValue.IntValue(BigInteger value)
            && value.bitLength() <= LONGEST
        ? Optional.of(value.longValueExact())
        : Optional.empty();
  }

  /** As in {@code Objects/tupleobject.c}. */
  private static Member tuple(Expression.Tuple element, ImmutableList<Member> members) {
    long hash = FIFTH_PRIME;
    for (Member member : members) {
      hash = Long.rotateLeft(hash + member.hash() * SECOND_PRIME, 31) * FIRST_PRIME;
    }
    hash += members.size() ^ FIFTH_PRIME ^ 3527539;
    return new Member(
        element,
        members.stream().map(Member::value).collect(ImmutableList.toImmutableList()),
        hash == -1 ? 1546275796 : hash);
  }

  private static SetOrder filled(ImmutableList<Member> members) {
    SetOrder set = new SetOrder();
    members.forEach(set::add);
    return set;
  }

  private static ImmutableList<Expression> elements(ImmutableList<Member> order) {
    return order.stream().map(Member::element).collect(ImmutableList.toImmutableList());
  }

  private void add(Member member) {
    int place = place(member);
    if (table[place] == null) {
      table[place] = member;
      used++;
      if (used * 5 >= (table.length - 1) * 3) {
        resize(used * 4);
      }
    }
  }

  /** Where the member is, or is to be put. */
  private int place(Member member) {
    int mask = table.length - 1;
    long perturb = member.hash();
    int place = (int) perturb & mask;
    while (true) {
      int last = place + LINEAR_PROBES <= mask ? place + LINEAR_PROBES : place;
      for (int i = place; i <= last; i++) {
        if (table[i] == null || table[i].isEqual(member)) {
          return i;
        }
      }
      perturb >>>= PERTURB_SHIFT;
      place = (int) (place * 5L + 1 + perturb) & mask;
    }
  }

  private void resize(int least) {
    int size = SMALLEST_TABLE;
    while (size <= least) {
      size <<= 1;
    }
    ImmutableList<Member> members = members();
    table = new Member[size];
    members.forEach(member -> table[place(member)] = member);
  }

  /** The compiler makes its frozen sets anew, of what they show. */
  private SetOrder rebuilt() {
    return filled(members());
  }

  private SetOrder copied() {
    SetOrder copy = new SetOrder();
    if (used * 5 >= (copy.table.length - 1) * 3) {
      copy.resize(used * 2);
    }
    if (copy.table.length == table.length) {
      return this;
    }
    members().forEach(member -> copy.table[copy.place(member)] = member);
    return copy;
  }

  private ImmutableList<Member> members() {
    return Arrays.stream(table).filter(Objects::nonNull).collect(ImmutableList.toImmutableList());
  }
}
