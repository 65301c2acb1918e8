package dev.pyrestrict.hosting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * An answer that is sent while its guest makes it. Some of it waits here for a browser that reads
 * slowly, so that the guest needs not; beyond that the guest waits, on its own time. Used by the
 * guest's thread, then by the one that waits for the guest.
 */
final class StreamedResponse {
  /** What guests ask for by this name is how their answers begin and go on. */
  static final String KIND = "response";

  /** Bytes. */
  static final int MOST_WAITING = 1 << 20;

  private static final int LARGEST_PIECE = 1 << 16;

  /** Bytes that a piece takes beside its own: a guest may write them one by one. */
  private static final int COST_OF_PIECE = 256;

  /** Begins an answer. */
  @FunctionalInterface
  interface Head {
    /**
     * Sets status and headers.
     *
     * @return whether a body follows
     * @throws ServiceException if they are none that can be sent
     */
    boolean send(Map<String, Object> head) throws ServiceException;
  }

  private final OutputStream browser;
  private final Head head;

  /** What is to be sent, then nothing: the end. */
  private final LinkedBlockingQueue<Optional<ByteBuffer>> pieces = new LinkedBlockingQueue<>();

  private final Semaphore room = new Semaphore(MOST_WAITING);
  private volatile boolean started;

  private volatile boolean broken;

  /** Whether the guest's time is over; a cell may go on writing, or begin then. */
  private volatile boolean over;

  private Thread sender = Thread.currentThread();

  StreamedResponse(OutputStream browser, Head head) {
    this.browser = browser;
    this.head = head;
  }

  /** Does what the guest's side asks for. */
  Object call(String operation, List<Object> arguments)
      throws ServiceException, InterruptedException {
    if (operation.equals("start") && arguments.size() == 3) {
      start(arguments);
      return null;
    }
    if (operation.equals("write")
        && arguments.size() == 1
        && arguments.get(0) instanceof byte[] bytes
        && started) {
      write(ByteBuffer.wrap(bytes));
      return null;
    }
    throw ServiceException.refused("an answer is started once, then written");
  }

  private synchronized void start(List<Object> arguments) throws ServiceException {
    if (started || over) {
      throw ServiceException.refused("an answer is started once, while its request lasts");
    }
    Map<String, Object> given = new HashMap<>();
    given.put("status", arguments.get(0));
    given.put("headers", arguments.get(1));
    given.put("session", arguments.get(2));
    given.put("body", new byte[0]);
    // Where no body follows what is written is counted all the same.
    OutputStream body = head.send(given) ? browser : OutputStream.nullOutputStream();
    started = true;
    sender = Thread.ofVirtual().start(() -> send(body));
  }

  private void write(ByteBuffer all) throws ServiceException, InterruptedException {
    while (all.hasRemaining()) {
      ByteBuffer piece = all.slice(all.position(), Math.min(all.remaining(), LARGEST_PIECE));
      all.position(all.position() + piece.remaining());
      room.acquire(COST_OF_PIECE + piece.remaining());
      if (broken || over) {
        throw new ServiceException("operational", "nobody reads this answer any more");
      }
      pieces.add(Optional.of(piece));
    }
  }

  private void send(OutputStream body) {
    try {
      for (var next = pieces.take(); next.isPresent(); next = pieces.take()) {
        ByteBuffer piece = next.get();
        int length = piece.remaining();
        if (!broken) {
          body.write(piece.array(), piece.arrayOffset() + piece.position(), length);
          if (pieces.isEmpty()) {
            body.flush();
          }
        }
        room.release(COST_OF_PIECE + length);
      }
    } catch (IOException e) {
      broken = true;
      room.release(MOST_WAITING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes nothing more of the guest; reports whether the answer has begun. */
  synchronized boolean end() {
    over = true;
    return started;
  }

  /**
   * Waits until all that was written before the end has been sent.
   *
   * @return whether it could be
   */
  boolean finish() throws InterruptedException {
    pieces.add(Optional.empty());
    sender.join();
    room.release(MOST_WAITING); // Whoever still waits to write learns that it is over.
    return !broken;
  }
}
