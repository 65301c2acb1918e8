package dev.pyrestrict.runtime;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of a guest's dict on their way into a map of Java's. Keys to which a guest gave the same
 * hash code are looked through one by one there, which takes the square of their number and can't
 * be stopped; only among keys of one class that has an order Java finds its way. For one map.
 */
public final class GuestKeys {
  private static final int MOST_ALIKE = 200;

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
    boolean ordered = key instanceof Comparable && first.get() == kind;
    if (!ordered && alike.merge(key.hashCode(), 1, Integer::sum) > MOST_ALIKE) {
      throw new IllegalArgumentException("too many keys have the same hash code");
    }
    return key;
  }
}
