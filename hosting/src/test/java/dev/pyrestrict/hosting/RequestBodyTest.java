package dev.pyrestrict.hosting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestBodyTest {
  private static final Duration EVER = Duration.ofDays(1);

  @Test
  void whole() throws IOException {
    byte[] sent = new byte[20_000];
    sent[19_999] = 1;
    assertArrayEquals(
        sent,
        ((RequestBody.Whole) RequestBody.read(new ByteArrayInputStream(sent), 20_000, EVER))
            .bytes()
            .read());
  }

  @Test
  void tooLarge() throws IOException {
    assertEquals(
        new RequestBody.TooLarge(),
        RequestBody.read(new ByteArrayInputStream(new byte[20_001]), 20_000, EVER));
  }

  @Test
  void aByteNowAndThen() throws IOException {
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
        RequestBody.read(drop, Integer.MAX_VALUE, Duration.ofMillis(20)));
  }
}
