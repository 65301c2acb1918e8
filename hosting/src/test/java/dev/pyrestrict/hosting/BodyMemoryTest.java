package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class BodyMemoryTest {
  /** A client chooses how few bytes come at a time. */
  @Test
  void bytesThatComeOneByOneTakeAsMuchAsTogether() {
    BodyMemory memory = new BodyMemory(4 << 10);
    try (BodyMemory.Share share = memory.share()) {
      for (int i = 0; i < 4 << 10; i++) {
        assertThat(share.take(1)).isTrue();
      }
      assertThat(share.take(1)).isFalse();
      assertThat(memory.share().take(1)).isFalse();
    }
    assertThat(memory.share().take(4 << 10)).isTrue();
  }
}
