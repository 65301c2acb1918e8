package dev.pyrestrict.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The hash table that a set has in CPython, of which GraalPy's sets know nothing: theirs keep the
 * order in which they were filled, CPython's show the order of the table. Where numbers, and tuples
 * of them, are all that is in a set, that order is the same in every process, and programs show it.
 *
 * <p>The calls are in GraalPy's code, put there by {@code build-tools/safepoints}: what a set is
 * made of is arranged before the set is walked through, shown or popped from. Arrays are made anew,
 * because a search that called a guest's code sees by that that it has to begin again.
 *
 * <p>Immutable, but for the arrays, which are GraalPy's. As in {@code Objects/setobject.c}.
 */
public final class SetTable {
  private static final int SMALLEST_MASK = 7;
  private static final int LINEAR_PROBES = 9;
  private static final int PERTURB_SHIFT = 5;

  /** In a larger set nobody looks for an order, and each walk through it would pay for one. */
  private static final int MOST = 500;

  private static final int MOST_MERGES = 4;

  /** How far tuples are looked into: a set may hold one that has no end, as good as, many times. */
  private static final int DEEPEST = 2;

  private static final int LONGEST = 16;

  /** What {@code ObjectHashMap} has in place of an index. */
  private static final int EMPTY = -1;

  private static final int DUMMY = -2;
  private static final int COLLISION = 1 << 31;

  private final int mask;

  /** Where the next pop begins to look. */
  private final int finger;

  /** What the map's entries, removed ones too, and its size were when they were in order. */
  private final int entries;

  private final int size;

  /** The slots of the entries that were put in order. */
  private final int[] slots;

  /** The hashes of those entries: another at the same place is another entry. */
  private final long[] slotHashes;

  /** How many slots are taken, by removed entries too. */
  private final int taken;

  private final Merge merges;
  private final int[] indices;
  private final long[] hashes;
  private final Object[] keysAndValues;

  private SetTable(
      int mask,
      int finger,
      int entries,
      int size,
      int[] slots,
      long[] slotHashes,
      int taken,
      Merge merges,
      int[] indices,
      long[] hashes,
      Object[] keysAndValues) {
    this.mask = mask;
    this.finger = finger;
    this.entries = entries;
    this.size = size;
    this.slots = slots;
    this.slotHashes = slotHashes;
    this.taken = taken;
    this.merges = merges;
    this.indices = indices;
    this.hashes = hashes;
    this.keysAndValues = keysAndValues;
  }

  /** At one of the entries another set was merged in: there CPython makes room for all of it. */
  private record Merge(int entry, int count, int earlier, Merge before) {
    static final Merge NONE = new Merge(-1, 0, 0, null);
  }

  private static final int[] NO_SLOTS = {};
  private static final long[] NO_HASHES = {};
  private static final SetTable NEW = unarranged(0, Merge.NONE);

  private static SetTable unarranged(int mask, Merge merges) {
    return new SetTable(mask, 0, -1, -1, NO_SLOTS, NO_HASHES, 0, merges, null, null, null);
  }

  /** What GraalPy's tuples are made to be. */
  public interface Members {
    /** Returns an array of what is in it, which may be longer than it; else itself. */
    Object members();
  }

  /** The table of a copy. One that would be as large, and has lost nothing, is copied as it is. */
  public static SetTable copied(SetTable table, int entries, int size) {
    if (size < 2 || size > MOST) {
      return NEW;
    }
    int mask = maskOfMerged(SMALLEST_MASK, 0, size);
    return isArranged(table, entries, size) && table.mask == mask && table.taken == size
        ? table.untouched()
        : unarranged(mask, Merge.NONE);
  }

  /** Another set, or what dictionaries are made of, is about to be put into the map as a whole. */
  public static SetTable merging(SetTable table, int entries, int count) {
    SetTable known = table == null ? NEW : table;
    int earlier = known.merges.earlier() + 1;
    if (count > MOST || entries > MOST || earlier > MOST_MERGES) {
      return table;
    }
    return new SetTable(
        known.mask,
        known.finger,
        known.entries,
        known.size,
        known.slots,
        known.slotHashes,
        known.taken,
        new Merge(entries, count, earlier, known.merges),
        null,
        null,
        null);
  }

  /** The table of a set that is about to lose some of these entries. */
  @TruffleBoundary
  public static SetTable lessened(
      SetTable table, long[] hashes, Object[] keysAndValues, int entries, int size) {
    SetTable known = table == null ? NEW : table;
    if (size < 2 || size > MOST) {
      return known;
    }
    Filling filled = fill(known, hashes, keysAndValues, entries);
    return filled == null ? known : unarranged(filled.mask, Merge.NONE);
  }

  /** Reports whether nothing has to be arranged. */
  public static boolean isArranged(SetTable table, int entries, int size) {
    return size < 2
        || size > MOST
        || table != null && table.entries == entries && table.size == size;
  }

  /**
   * The map's arrays in the order of CPython's table; without arrays when there is no such order.
   */
  @TruffleBoundary
  public static SetTable arranged(
      SetTable table, int[] indices, long[] hashes, Object[] keysAndValues, int entries, int size) {
    SetTable known = table == null ? NEW : table;
    Filling filled = fill(known, hashes, keysAndValues, entries);
    return filled == null
        ? known
        : known.with(filled, filled.order(), entries, size, indices, hashes, keysAndValues);
  }

  /** As {@link #arranged}, with what CPython would pop at the end, from where GraalPy takes it. */
  @TruffleBoundary
  public static SetTable arrangedForPop(
      SetTable table, int[] indices, long[] hashes, Object[] keysAndValues, int entries, int size) {
    SetTable known = table == null ? NEW : table;
    if (size < 2 || size > MOST) {
      return known;
    }
    Filling filled = fill(known, hashes, keysAndValues, entries);
    if (filled == null) {
      return known;
    }
    int slot = filled.next(known.finger & filled.mask);
    int[] order = filled.order();
    int popped = filled.slots[slot];
    int place = 0;
    while (order[place] != popped) {
      place++;
    }
    System.arraycopy(order, place + 1, order, place, order.length - place - 1);
    order[order.length - 1] = popped;
    SetTable made = known.with(filled, order, entries, size - 1, indices, hashes, keysAndValues);
    return new SetTable(
        made.mask,
        slot + 1,
        entries,
        size - 1,
        made.slots,
        made.slotHashes,
        made.taken,
        Merge.NONE,
        made.indices,
        made.hashes,
        made.keysAndValues);
  }

  /** Reports whether there are arrays for the map. */
  public boolean isChanged() {
    return indices != null;
  }

  public int[] indices() {
    return indices;
  }

  public long[] hashes() {
    return hashes;
  }

  public Object[] keysAndValues() {
    return keysAndValues;
  }

  /** This when nothing was popped yet. */
  private SetTable untouched() {
    return new SetTable(
        mask, 0, entries, size, slots, slotHashes, taken, Merge.NONE, null, null, null);
  }

  /** This without the arrays, for the map to keep. */
  public SetTable settled() {
    return with(null, null, null);
  }

  private SetTable with(int[] newIndices, long[] newHashes, Object[] newKeysAndValues) {
    return new SetTable(
        mask,
        finger,
        entries,
        size,
        slots,
        slotHashes,
        taken,
        merges,
        newIndices,
        newHashes,
        newKeysAndValues);
  }

  private static Filling fill(SetTable table, long[] hashes, Object[] keysAndValues, int entries) {
    for (int entry = 0; entry < entries; entry++) {
      if (isPresent(keysAndValues, entry) && !isNumeric(keysAndValues[2 * entry], DEEPEST)) {
        return null;
      }
    }
    return new Filling(table, hashes, keysAndValues).all(entries);
  }

  private static boolean isPresent(Object[] keysAndValues, int entry) {
    return keysAndValues[2 * entry + 1] != null;
  }

  /** Reports whether it is a number, or a tuple of such. */
  private static boolean isNumeric(Object key, int depth) {
    return isNumber(key)
        || depth > 0
            && key instanceof Members tuple
            && switch (tuple.members()) {
              case int[] _, long[] _, double[] _, boolean[] _ -> true;
              case Object[] members ->
                  members.length <= LONGEST
                      && Arrays.stream(members)
                          .allMatch(member -> member == null || isNumeric(member, depth - 1));
              default -> false;
            };
  }

  private static boolean isNumber(Object key) {
    return key instanceof Integer
        || key instanceof Long
        || key instanceof Boolean
        || key instanceof Double;
  }

  private static int maskOfMerged(int mask, int used, int count) {
    return (used + count) * 5 >= mask * 3 ? maskAbove((used + count) * 2) : mask;
  }

  private static int maskAbove(int least) {
    int size = SMALLEST_MASK + 1;
    while (size <= least) {
      size <<= 1;
    }
    return size - 1;
  }

  /** A table that is filled as CPython does it, one entry after the other. */
  private static final class Filling {
    private static final int FREE = -1;
    private static final int REMOVED = -2;

    private final SetTable table;
    private final long[] hashes;
    private final Object[] keysAndValues;
    private int mask;

    /** The entry in each slot, or one of the above. */
    private int[] slots;

    private int used;

    /** The slots that are taken, also by what was removed. */
    private int taken;

    Filling(SetTable table, long[] hashes, Object[] keysAndValues) {
      this.table = table;
      this.hashes = hashes;
      this.keysAndValues = keysAndValues;
      this.mask = Math.max(table.mask, SMALLEST_MASK);
      this.slots = freeSlots(mask);
    }

    Filling all(int entries) {
      int first = putBack(entries);
      ArrayDeque<Merge> later = new ArrayDeque<>();
      for (Merge merge = table.merges; merge.before() != null; merge = merge.before()) {
        later.push(merge);
      }
      for (int entry = first; entry < entries; entry++) {
        while (!later.isEmpty() && later.peek().entry() <= entry) {
          makeRoom(later.pop().count());
        }
        taken++;
        if (isPresent(keysAndValues, entry)) {
          slots[slot(entry)] = entry;
          used++;
          if (taken * 5 >= mask * 3) {
            resize(maskAbove(used * 4));
          }
        }
      }
      later.forEach(merge -> makeRoom(merge.count()));
      return this;
    }

    /**
     * Puts the entries that were in order before where they were, and returns the first new one.
     * They stand in that order still, but some may be gone, and the others have moved up.
     */
    private int putBack(int entries) {
      taken = table.taken;
      int known = 0;
      for (int entry = 0; entry < entries; entry++) {
        if (isPresent(keysAndValues, entry)) {
          while (known < table.slots.length && table.slotHashes[known] != hashes[entry]) {
            slots[table.slots[known++]] = REMOVED;
          }
          if (known == table.slots.length) {
            return entry;
          }
          slots[table.slots[known++]] = entry;
          used++;
        }
      }
      return entries;
    }

    int[] order() {
      return Arrays.stream(slots).filter(entry -> entry >= 0).toArray();
    }

    int[] takenSlots() {
      return IntStream.range(0, slots.length).filter(slot -> slots[slot] >= 0).toArray();
    }

    /** The first slot that holds something, from one on and round. */
    int next(int from) {
      int slot = from;
      while (slots[slot] < 0) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }

    private void makeRoom(int count) {
      int larger = maskOfMerged(mask, used, count);
      if (larger > mask) {
        resize(larger);
      }
    }

    private static int[] freeSlots(int mask) {
      int[] slots = new int[mask + 1];
      Arrays.fill(slots, FREE);
      return slots;
    }

    private void resize(int larger) {
      int[] before = slots;
      mask = larger;
      taken = used;
      slots = freeSlots(larger);
      for (int entry : before) {
        if (entry >= 0) {
          slots[slot(entry)] = entry;
        }
      }
    }

    private int slot(int entry) {
      long perturb = hashes[entry];
      int slot = (int) perturb & mask;
      while (true) {
        int last = slot + LINEAR_PROBES <= mask ? slot + LINEAR_PROBES : slot;
        for (int i = slot; i <= last; i++) {
          if (slots[i] == FREE) {
            return i;
          }
        }
        perturb >>>= PERTURB_SHIFT;
        slot = (int) (slot * 5L + 1 + perturb) & mask;
      }
    }
  }

  /** The arrays with the entries in that order, removed ones last. */
  private SetTable with(
      Filling filled,
      int[] order,
      int entries,
      int size,
      int[] indices,
      long[] hashes,
      Object[] keysAndValues) {
    int[] slots = filled.takenSlots();
    long[] slotHashes =
        Arrays.stream(slots).mapToLong(slot -> hashes[filled.slots[slot]]).toArray();
    SetTable arranged =
        new SetTable(
            filled.mask,
            finger,
            entries,
            size,
            slots,
            slotHashes,
            filled.taken,
            Merge.NONE,
            null,
            null,
            null);
    if (isAscending(order)) {
      return arranged;
    }
    long[] newHashes = new long[hashes.length];
    Object[] newKeysAndValues = new Object[keysAndValues.length];
    int[] newIndices = indices.clone();
    int[] places = new int[entries];
    Arrays.fill(places, -1);
    for (int place = 0; place < order.length; place++) {
      int entry = order[place];
      places[entry] = place;
      newHashes[place] = hashes[entry];
      newKeysAndValues[2 * place] = keysAndValues[2 * entry];
      newKeysAndValues[2 * place + 1] = keysAndValues[2 * entry + 1];
    }
    for (int i = 0; i < newIndices.length; i++) {
      int index = newIndices[i];
      int entry = index & ~COLLISION;
      if (index != EMPTY && index != DUMMY && entry < entries && places[entry] >= 0) {
        newIndices[i] = places[entry] | index & COLLISION;
      }
    }
    return arranged.with(newIndices, newHashes, newKeysAndValues);
  }

  private static boolean isAscending(int[] order) {
    for (int i = 1; i < order.length; i++) {
      if (order[i] < order[i - 1]) {
        return false;
      }
    }
    return true;
  }
}
