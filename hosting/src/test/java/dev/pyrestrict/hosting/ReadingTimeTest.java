package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** A browser may be slow, but it may not keep an answer in the server's memory. */
final class ReadingTimeTest {
  private static final int SIZE = 32 << 20;

  /** Serves a large answer; it is complete when its connection needs it no more. */
  private static final class Large extends Handler.Abstract {
    private final ReadingTime time;
    private final CompletableFuture<Boolean> whole = new CompletableFuture<>();

    Large(ReadingTime time) {
      this.time = time;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Watch watch = time.watch(request, SIZE);
      Callback told = Callback.from(() -> whole.complete(true), failure -> whole.complete(false));
      response.write(
          true,
          ByteBuffer.allocate(SIZE),
          Callback.from(Callback.from(callback, told), watch::close));
      return true;
    }
  }

  /** What a browser does with an answer. */
  @FunctionalInterface
  private interface Reading {
    void of(InputStream answer) throws IOException, InterruptedException;
  }

  private static boolean isSentWhole(ReadingTime time, Reading reading) throws Exception {
    Large large = new Large(time);
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(large);
    server.start();
    try (Socket browser = new Socket()) {
      browser.setReceiveBufferSize(8192);
      browser.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getLocalPort()));
      browser
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      Thread reader =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      reading.of(browser.getInputStream());
                    } catch (IOException | InterruptedException e) {
                      return; // The connection is gone, or the test over.
                    }
                  });
      boolean whole = large.whole.get(30, TimeUnit.SECONDS);
      reader.interrupt();
      return whole;
    } finally {
      server.stop();
    }
  }

  private static void slowly(InputStream answer) throws IOException, InterruptedException {
    byte[] some = new byte[8192];
    while (answer.read(some) >= 0) {
      Thread.sleep(20);
    }
  }

  @Test
  void whoReadsALittleNowAndThenIsLeft() throws Exception {
    ReadingTime little = new ReadingTime(Duration.ofMillis(200), 100L << 20);
    assertThat(isSentWhole(little, ReadingTimeTest::slowly)).isFalse();
  }

  @Test
  void whoReadsFastEnoughGetsAll() throws Exception {
    ReadingTime enough = new ReadingTime(Duration.ofMillis(200), 2 << 20);
    assertThat(isSentWhole(enough, answer -> answer.readNBytes(SIZE))).isTrue();
  }
}
