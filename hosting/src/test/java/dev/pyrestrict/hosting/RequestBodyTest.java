package dev.pyrestrict.hosting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestBodyTest {
  private static final Duration EVER = Duration.ofDays(1);
  private static final BodyMemory MEMORY = new BodyMemory(1 << 30);

  private final BodyMemory.Share share = MEMORY.share();

  @AfterEach
  void giveBack() {
    share.close();
  }

  @Test
  void whole() throws IOException {
    byte[] sent = new byte[20_000];
    sent[19_999] = 1;
    assertArrayEquals(
        sent,
        ((RequestBody.Whole) RequestBody.read(new ByteArrayInputStream(sent), 20_000, EVER, share))
            .bytes()
            .read());
  }

  @Test
  void tooLarge() {
    assertEquals(
        new RequestBody.TooLarge(),
        RequestBody.read(new ByteArrayInputStream(new byte[20_001]), 20_000, EVER, share));
  }

  @Test
  void aByteNowAndThen() {
    InputStream drop =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            bytes[offset] = 'x';
            return 1;
          }
        };
    assertEquals(
        new RequestBody.TooSlow(),
        RequestBody.read(drop, Integer.MAX_VALUE, Duration.ofMillis(20), share));
  }

  @Test
  void brokenOff() {
    InputStream gone =
        new ByteArrayInputStream(new byte[10]) {
          @Override
          public int read(byte[] bytes) throws IOException {
            throw new IOException("the client went away");
          }
        };
    assertEquals(new RequestBody.BrokenOff(), RequestBody.read(gone, 20_000, EVER, share));
  }

  @Test
  void whatIsHereAlreadyLeavesNoRoomUntilItIsGone() {
    BodyMemory memory = new BodyMemory(30_000);
    try (BodyMemory.Share first = memory.share();
        BodyMemory.Share second = memory.share()) {
      assertInstanceOf(RequestBody.Whole.class, read(first));
      assertEquals(new RequestBody.NoRoom(), read(second));
    }
    try (BodyMemory.Share third = memory.share()) {
      assertInstanceOf(RequestBody.Whole.class, read(third));
    }
  }

  private static RequestBody read(BodyMemory.Share share) {
    return RequestBody.read(new ByteArrayInputStream(new byte[20_000]), 20_000, EVER, share);
  }
}
