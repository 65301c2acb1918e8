package dev.pyrestrict.hosting;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between an embedded database and those who ask it, and breaks off an answer that is longer
 * than one may be. H2's driver makes whole rows of what comes, as wide as a guest wrote them,
 * before anybody can look at them: one text that is selected a thousand times is a thousand texts
 * there.
 */
final class BoundedRelay {
  private static final int CONNECTIONS_WAITING = 50;

  private final int database;
  private final long longest;

  /** Creates one; {@code longest} is the bytes that come between two that are sent. */
  BoundedRelay(int database, long longest) {
    this.database = database;
    this.longest = longest;
  }

  /** Listens on the loopback interface from now on; returns the port. */
  int start() throws IOException {
    ServerSocket listener =
        new ServerSocket(0, CONNECTIONS_WAITING, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(() -> listen(listener));
    return listener.getLocalPort();
  }

  private void listen(ServerSocket listener) {
    try (listener) {
      while (true) {
        Socket asking = listener.accept();
        Thread.ofVirtual().start(() -> connect(asking));
      }
    } catch (IOException e) {
      // Without a way in the database is of no use.
      Runtime.getRuntime().halt(1);
    }
  }

  private void connect(Socket asking) {
    try (asking;
        Socket answering = new Socket(InetAddress.getLoopbackAddress(), database)) {
      asking.setTcpNoDelay(true);
      answering.setTcpNoDelay(true);
      AtomicLong answered = new AtomicLong();
      Thread.ofVirtual().start(() -> carryQuestions(asking, answering, answered));
      carryAnswers(answering, asking, answered);
    } catch (IOException e) {
      // One of the two is gone, and both sockets are closed.
      return;
    }
  }

  private static void carryQuestions(Socket asking, Socket answering, AtomicLong answered) {
    try (asking;
        answering) {
      InputStream in = asking.getInputStream();
      OutputStream out = answering.getOutputStream();
      byte[] buffer = new byte[1 << 13];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        answered.set(0);
        out.write(buffer, 0, count);
      }
    } catch (IOException e) {
      return;
    }
  }

  private void carryAnswers(Socket answering, Socket asking, AtomicLong answered)
      throws IOException {
    InputStream in = answering.getInputStream();
    OutputStream out = asking.getOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      if (answered.addAndGet(count) > longest) {
        return;
      }
      out.write(buffer, 0, count);
    }
  }
}
