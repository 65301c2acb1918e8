package dev.pyrestrict.runtime;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of a guest's dict, or members of its set, on their way into a map of Java's. Keys to
 * which a guest gave the same hash code are looked through one by one there, which takes the square
 * of their number and can't be stopped; only among keys of one class that has an order Java finds
 * its way. For one map.
 */
public final class GuestKeys {
  private static final int MOST_ALIKE = 200;

  /** Classes among whose own a map of Java's finds its way: they say so themselves. */
  private static final ImmutableSet<Class<?>> ORDERED =
      ImmutableSet.of(
          String.class,
          Long.class,
          Double.class,
          Boolean.class,
          BigInteger.class,
          BigDecimal.class);

  private final Map<Integer, Integer> alike = new HashMap<>();
  private Optional<Class<?>> first = Optional.empty();

  /** Begins with a map's first key. */
  public GuestKeys() {}

  /**
   * Returns the key.
   *
   * @throws IllegalArgumentException if too many keys before it have its hash code
   */
  @CanIgnoreReturnValue
  public Object checked(Object key) {
    if (key == null) {
      return null;
    }
    Class<?> kind = key.getClass();
    first = first.or(() -> Optional.of(kind));
    boolean ordered = ORDERED.contains(kind) && first.get() == kind;
    if (!ordered && alike.merge(key.hashCode(), 1, Integer::sum) > MOST_ALIKE) {
      throw new IllegalArgumentException("too many keys have the same hash code");
    }
    return key;
  }
}
