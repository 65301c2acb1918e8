package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Answers of guests that go on writing when nobody waits for them any more. */
final class StreamedResponseTest {
  private static final List<Object> HEAD = Arrays.asList("200 OK", List.of(), null);

  /** A browser that reads when it is told to. */
  private static final class SlowBrowser extends OutputStream {
    final CountDownLatch reads = new CountDownLatch(1);

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      try {
        reads.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** What a guest writes without end. */
  @FunctionalInterface
  private interface Writing {
    void to(StreamedResponse response) throws Exception;
  }

  /** A guest that writes waits for a browser that does not read, until its answer is over. */
  private static void waitsUntilItIsOver(Writing writing) throws Exception {
    SlowBrowser browser = new SlowBrowser();
    StreamedResponse response = new StreamedResponse(browser, head -> true);
    response.call("start", HEAD);
    Thread guest =
        Thread.ofVirtual()
            .start(() -> assertThrows(ServiceException.class, () -> writing.to(response)));
    while (guest.isAlive() && guest.getState() != Thread.State.WAITING) {
      Thread.sleep(1);
    }
    assertThat(response.end()).isTrue();
    browser.reads.countDown();
    assertThat(response.finish()).isTrue();
    assertThat(guest.join(Duration.ofSeconds(10))).isTrue();
  }

  /** A cell is told nothing of a limit that struck: what it asked for is still being done. */
  @Test
  void nobodyWritesForeverToAnAnswerThatIsOver() throws Exception {
    waitsUntilItIsOver(response -> response.call("write", List.of(new byte[8 << 20])));
  }

  /** A byte that waits takes a hundred times its size. */
  @Test
  void whatIsWrittenByteByByteDoesNotWaitByTheMillion() throws Exception {
    AtomicInteger written = new AtomicInteger();
    waitsUntilItIsOver(
        response -> {
          while (written.get() < 1 << 20) {
            response.call("write", List.of(new byte[1]));
            written.incrementAndGet();
          }
        });
    assertThat(written.get()).isLessThan(10_000);
  }

  @Test
  void noAnswerBeginsWhenItsRequestIsOver() {
    StreamedResponse response =
        new StreamedResponse(
            OutputStream.nullOutputStream(),
            head -> {
              throw new AssertionError("somebody else's answer may be on its way by now");
            });
    assertThat(response.end()).isFalse();
    assertThrows(ServiceException.class, () -> response.call("start", HEAD));
  }
}
