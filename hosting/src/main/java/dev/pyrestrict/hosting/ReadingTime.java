package dev.pyrestrict.hosting;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * How long a browser may take to read what there is of an answer. One that reads a little now and
 * then would keep what waits for it in the server's memory for as long as it likes, and others
 * would get no answers.
 *
 * @param always for an answer of any size
 * @param slowest bytes in a second
 */
record ReadingTime(Duration always, long slowest) {
  /**
   * Begins to look after a request's connection, over which so many bytes are read: it ends when
   * that takes too long.
   */
  Watch watch(Request request, long bytes) {
    EndPoint browser = request.getConnectionMetaData().getConnection().getEndPoint();
    Scheduler.Task overdue =
        request
            .getComponents()
            .getScheduler()
            .schedule(
                () -> browser.close(new TimeoutException("the answer is read too slowly")),
                always.toMillis() + bytes * 1000 / slowest,
                TimeUnit.MILLISECONDS);
    return overdue::cancel;
  }
}
