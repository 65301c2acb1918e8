package dev.pyrestrict.runtime;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GuestKeysTest {
  /** Texts of one hash code: there are as many as there are numbers. */
  private static String text(int number) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < 17; bit++) {
      text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }

  @Test
  void keysOfOneHashCodeAreFewUnlessTheyHaveAnOrder() {
    GuestKeys ordered = new GuestKeys();
    for (int i = 0; i < 10_000; i++) {
      ordered.checked(text(i));
    }
    GuestKeys lists = new GuestKeys();
    assertThrows(IllegalArgumentException.class, () -> addLists(lists));
    GuestKeys dates = new GuestKeys();
    assertThrows(
        IllegalArgumentException.class,
        () -> IntStream.range(0, 201).forEach(i -> dates.checked(LocalDate.of(2026, 1, 1))));
    GuestKeys mixed = new GuestKeys();
    mixed.checked("text");
    assertThrows(IllegalArgumentException.class, () -> addDiagonals(mixed));
  }

  private static void addLists(GuestKeys keys) {
    for (int i = 0; i < 10_000; i++) {
      keys.checked(List.of(text(i)));
    }
  }

  private static void addDiagonals(GuestKeys keys) {
    for (long i = 0; i < 10_000; i++) {
      keys.checked(i << 32 | i);
    }
  }

  @Test
  void ordinaryKeysAreAsManyAsThereAre() {
    GuestKeys keys = new GuestKeys();
    keys.checked(null);
    for (long x = 0; x < 500; x++) {
      for (long y = 0; y < 500; y++) {
        keys.checked(List.of(x, y));
      }
      keys.checked(x);
      keys.checked(Long.toString(x));
      keys.checked((double) x);
    }
  }
}
