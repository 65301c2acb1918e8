package dev.pyrestrict.hosting;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.rewriter.Spelling;
import java.util.Arrays;
import java.util.Optional;

/** Where guests live. */
public enum Isolation {
  /** In the host's own process. */
  IN_PROCESS("in-process"),
  /** In a process of their own, which is killed when nothing else ends one of them. */
  PROCESS("process"),
  /** That process in a container, which needs {@code runc} and root's rights. */
  CONTAINER("container");

  private final String word;

  Isolation(String word) {
    this.word = word;
  }

  /** Returns the words that files and commands have for them. */
  public static ImmutableList<String> words() {
    return Arrays.stream(values())
        .map(Isolation::toString)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the one that a word stands for.
   *
   * @throws IllegalArgumentException if there is none; it says what may have been meant
   */
  public static Isolation named(String word) {
    return Arrays.stream(values())
        .filter(isolation -> isolation.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no isolation '"
                        + word
                        + "'; "
                        + Spelling.question(word, words())
                            .orElse("known: " + String.join(", ", words()))));
  }

  /**
   * Makes sure that guests can live there on this machine, as far as that can be known beforehand.
   *
   * @throws CellException if not; it says what to do
   */
  void demand() {
    if (this == CONTAINER) {
      Runc.demand();
    }
  }

  /**
   * Returns how the cell is made that guests live in, if it is a cell.
   *
   * @param guestBytes what its guests may hold, all together
   */
  public Optional<CellOptions> cell(Policy policy, long guestBytes) {
    return switch (this) {
      case IN_PROCESS -> Optional.empty();
      case PROCESS -> Optional.of(process(policy, guestBytes).build());
      case CONTAINER ->
          Optional.of(process(policy, guestBytes).container(ContainerLimits.DEFAULT).build());
    };
  }

  private static CellOptions.Builder process(Policy policy, long guestBytes) {
    return CellOptions.builder().policy(policy).heapBytes(guestBytes + CellOptions.RUNTIME_BYTES);
  }

  @Override
  public String toString() {
    return word;
  }
}
