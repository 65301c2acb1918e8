package dev.pyrestrict.hosting;

import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import com.google.common.net.HostAndPort;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A store in a memcached, asked in its text protocol over a few connections. Keys are hashes: what
 * guests choose as a key is no part of what is sent.
 */
final class MemcachedClient implements CacheStore {
  private static final int MOST_CONNECTIONS = 32;
  private static final int CONNECTING_MILLIS = 1000;
  private static final int ANSWERING_MILLIS = 2000;

  /** memcached takes a longer time for a date. */
  private static final Duration LONGEST = Duration.ofDays(30);

  private static final int LONGEST_LINE = 1000;
  private static final int LARGEST_VALUE = 64 << 20;

  private final HostAndPort server;
  private final Semaphore free = new Semaphore(MOST_CONNECTIONS, true);
  private final Deque<Connection> idle = new ArrayDeque<>();
  private boolean closed;

  MemcachedClient(HostAndPort server) {
    this.server = server;
  }

  private static final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Connection(HostAndPort server) throws IOException {
      socket = new Socket();
      try {
        socket.connect(
            new InetSocketAddress(server.getHost(), server.getPort()), CONNECTING_MILLIS);
        socket.setSoTimeout(ANSWERING_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream());
      } catch (IOException e) {
        socket.close();
        throw e;
      }
    }

    void send(String line) throws IOException {
      out.write(line.getBytes(StandardCharsets.US_ASCII));
      out.write('\r');
      out.write('\n');
    }

    void send(ByteBuffer value) throws IOException {
      byte[] bytes = new byte[value.remaining()];
      value.duplicate().get(bytes);
      out.write(bytes);
      out.write('\r');
      out.write('\n');
    }

    String line() throws IOException {
      out.flush();
      StringBuilder line = new StringBuilder();
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0 || line.length() > LONGEST_LINE) {
          throw new EOFException("no whole line");
        }
        line.append((char) b);
      }
      return line.toString().stripTrailing();
    }

    ByteBuffer value(int length) throws IOException {
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length || !line().isEmpty()) {
        throw new EOFException("no whole value");
      }
      return ByteBuffer.wrap(bytes);
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException e) {
        // It is not needed any more, in whatever state it is.
        return;
      }
    }
  }

  /** What is said to a server, and what it answers. */
  @FunctionalInterface
  private interface Conversation<T> {
    T hold(Connection connection) throws IOException;
  }

  private <T> T with(Conversation<T> conversation) throws IOException {
    try {
      if (!free.tryAcquire(ANSWERING_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IOException("all connections are in use");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    try {
      Connection connection = take();
      boolean whole = false;
      try {
        T answer = conversation.hold(connection);
        whole = true;
        return answer;
      } finally {
        giveBack(connection, whole);
      }
    } finally {
      free.release();
    }
  }

  private Connection take() throws IOException {
    synchronized (this) {
      Connection connection = idle.pollFirst();
      if (connection != null) {
        return connection;
      }
    }
    return new Connection(server);
  }

  /** Keeps a connection for the next; where one broke, the others are not trusted any more. */
  private synchronized void giveBack(Connection connection, boolean whole) {
    if (whole && !closed) {
      idle.addFirst(connection);
      return;
    }
    connection.close();
    idle.forEach(Connection::close);
    idle.clear();
  }

  private static String wire(Key key) {
    String all = String.join("\0", key.kind(), key.application(), key.cache(), key.name());
    return "pyrestrict:"
        + BaseEncoding.base64Url()
            .omitPadding()
            .encode(Hashing.sha256().hashString(all, StandardCharsets.UTF_8).asBytes());
  }

  private static long wire(Duration life) {
    return life.compareTo(LONGEST) > 0
        ? Instant.now().plus(life).getEpochSecond()
        : life.toSeconds();
  }

  private static boolean said(String line, String yes, String... no) throws IOException {
    if (line.equals(yes)) {
      return true;
    }
    if (List.of(no).contains(line)) {
      return false;
    }
    throw new IOException("the server says " + line);
  }

  @Override
  public Optional<Found> get(Key key) throws IOException {
    return with(
        connection -> {
          connection.send("gets " + wire(key));
          String line = connection.line();
          if (line.equals("END")) {
            return Optional.empty();
          }
          List<String> words = Splitter.on(' ').splitToList(line);
          if (words.size() != 5 || !words.get(0).equals("VALUE")) {
            throw new IOException("the server says " + line);
          }
          int length = number(words.get(3)).filter(n -> n <= LARGEST_VALUE).orElse(-1L).intValue();
          Optional<Long> unique = number(words.get(4));
          if (length < 0 || unique.isEmpty()) {
            throw new IOException("the server says " + line);
          }
          ByteBuffer value = connection.value(length);
          said(connection.line(), "END");
          return Optional.of(new Found(value, unique.get()));
        });
  }

  /** Reads 64 bits without a sign, as memcached has them. */
  private static Optional<Long> number(String digits) {
    try {
      return digits.matches("[0-9]{1,20}")
          ? Optional.of(Long.parseUnsignedLong(digits))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean put(Condition condition, Key key, ByteBuffer value, Duration life)
      throws IOException {
    String command =
        switch (condition) {
          case ALWAYS -> "set ";
          case IF_ABSENT -> "add ";
          case IF_PRESENT -> "replace ";
        };
    return store(command, key, value, life, "");
  }

  @Override
  public boolean putIfUnchanged(Key key, ByteBuffer value, long unique, Duration life)
      throws IOException {
    return store("cas ", key, value, life, " " + Long.toUnsignedString(unique));
  }

  private boolean store(String command, Key key, ByteBuffer value, Duration life, String more)
      throws IOException {
    return with(
        connection -> {
          connection.send(
              command + wire(key) + " 0 " + wire(life) + " " + value.remaining() + more);
          connection.send(value);
          return said(connection.line(), "STORED", "NOT_STORED", "EXISTS", "NOT_FOUND");
        });
  }

  @Override
  public boolean delete(Key key) throws IOException {
    return with(
        connection -> {
          connection.send("delete " + wire(key));
          return said(connection.line(), "DELETED", "NOT_FOUND");
        });
  }

  @Override
  public boolean touch(Key key, Duration life) throws IOException {
    return with(
        connection -> {
          connection.send("touch " + wire(key) + " " + wire(life));
          return said(connection.line(), "TOUCHED", "NOT_FOUND");
        });
  }

  @Override
  public OptionalLong add(Key key, long delta) throws IOException {
    return with(
        connection -> {
          String amount = Long.toUnsignedString(Math.abs(delta));
          connection.send((delta < 0 ? "decr " : "incr ") + wire(key) + " " + amount);
          String line = connection.line();
          if (line.equals("NOT_FOUND") || line.startsWith("CLIENT_ERROR cannot increment")) {
            return OptionalLong.empty();
          }
          return OptionalLong.of(
              number(line).orElseThrow(() -> new IOException("the server says " + line)));
        });
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(Connection::close);
    idle.clear();
  }
}
