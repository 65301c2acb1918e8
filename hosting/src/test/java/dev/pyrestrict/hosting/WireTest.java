package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What comes over the pipe is a message, or an {@link IOException}. */
final class WireTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final WireData.Registry NOTHING =
      object -> {
        throw new AssertionError(object);
      };

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<Object> leaf =
        Arbitraries.oneOf(
            Arbitraries.just(null),
            Arbitraries.of(true, false),
            Arbitraries.longs(),
            Arbitraries.doubles(),
            Arbitraries.longs().map(n -> BigInteger.valueOf(n).shiftLeft(64).setBit(0).setBit(65)),
            Arbitraries.strings(),
            Arbitraries.longs().map(n -> BigDecimal.valueOf(n, (int) (n % 9_000))),
            Arbitraries.longs().map(n -> LocalDate.ofEpochDay(n % 3_000_000)),
            Arbitraries.longs().map(n -> LocalTime.ofNanoOfDay(Math.floorMod(n, 1L << 46))),
            Arbitraries.longs().map(n -> LocalDateTime.ofEpochSecond(n >> 20, 5, ZoneOffset.UTC)),
            Arbitraries.longs()
                .map(
                    n ->
                        OffsetDateTime.of(
                            LocalDateTime.ofEpochSecond(n >> 20, 5, ZoneOffset.UTC),
                            ZoneOffset.ofTotalSeconds((int) (n % 60_000)))),
            Arbitraries.longs().map(Duration::ofSeconds));
    return Arbitraries.recursive(
        () -> leaf,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(4).map(list -> (Object) new ArrayList<>(list)),
                inner.set().ofMaxSize(4).map(set -> (Object) new HashSet<>(set)),
                Arbitraries.maps(Arbitraries.strings(), inner).ofMaxSize(4).map(map -> map)),
        0,
        3);
  }

  @Property
  void dataComesBackAsItWent(@ForAll("values") Object value) throws IOException {
    ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    new Wire(InputStream.nullInputStream(), pipe)
        .send(new Message.Call(1, 2, "f", WireData.toNode(value, NOTHING)));
    Message received =
        new Wire(new ByteArrayInputStream(pipe.toByteArray()), OutputStream.nullOutputStream())
            .receive();
    Message.Call call = (Message.Call) received;
    assertThat(WireData.fromNode(call.arguments(), new NoRemote())).isEqualTo(value);
  }

  @Property
  void noiseIsAnError(@ForAll byte[] noise) {
    assertThrows(IOException.class, () -> received(noise));
  }

  @Property
  void aDamagedMessageIsAnErrorOrAMessage(@ForAll int position, @ForAll byte value)
      throws IOException {
    ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    new Wire(InputStream.nullInputStream(), pipe)
        .send(
            new Message.Ended(
                1,
                Message.Ended.Kind.COMPLETED,
                0,
                "text",
                "",
                true,
                JsonNodeFactory.instance.numberNode(5),
                new Message.UsageForm(1, 2, 3, 4, 5)));
    byte[] bytes = pipe.toByteArray();
    bytes[Math.floorMod(position, bytes.length)] = value;
    try {
      assertThat(received(bytes)).isNotNull();
    } catch (IOException expected) {
      assertThat(expected).isNotNull();
    }
  }

  @Test
  void aFrameThatClaimsToBeHugeIsRefusedUnread() {
    assertThrows(IOException.class, () -> received(new byte[] {0x7f, -1, -1, -1, 0}));
  }

  /** An empty dict is one byte of a frame and a hundred in memory. */
  @Test
  void aFrameOfMoreValuesThanAnybodyNeedsIsRefused() throws IOException {
    ArrayNode values = NODES.arrayNode();
    for (int i = 0; i < 3_000_000; i++) {
      values.addObject();
    }
    ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    new Wire(InputStream.nullInputStream(), pipe).send(new Message.Call(1, 2, "f", values));
    assertThrows(IOException.class, () -> received(pipe.toByteArray()));
  }

  @Test
  void aLongIntegerIsReadAtOnce() {
    BigInteger big = BigInteger.ONE.shiftLeft(8 * 8_000_000).subtract(BigInteger.ONE);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThat(WireData.fromNode(WireData.toNode(big, NOTHING), new NoRemote()))
                .isEqualTo(big));
    for (String digits : List.of("\"\"", "\"zz\"", "[]", "null")) {
      assertThrows(
          IOException.class,
          () ->
              WireData.fromNode(
                  new ObjectMapper().readTree("[\"int\", " + digits + "]"), new NoRemote()));
    }
  }

  /** To look for the zeros at the end of such decimals takes ten seconds for each megabyte. */
  @Test
  void noDecimalIsAValue() throws IOException {
    ArrayNode values = NODES.arrayNode().add("list");
    for (int i = 0; i < 16; i++) {
      values.add(DecimalNode.valueOf(new BigDecimal(BigInteger.TEN.pow(800_000), 5)));
    }
    ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    new Wire(InputStream.nullInputStream(), pipe).send(new Message.Call(1, 2, "f", values));
    Message.Call call =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> (Message.Call) received(pipe.toByteArray()));
    assertThrows(IOException.class, () -> WireData.fromNode(call.arguments(), new NoRemote()));
    assertThrows(
        IOException.class,
        () -> WireData.fromNode(NODES.numberNode(BigInteger.ONE.shiftLeft(64)), new NoRemote()));
  }

  @Test
  void halfASurrogatePairCrosses() throws IOException {
    String half = "x\ud800y";
    assertThat(WireData.fromNode(WireData.toNode(half, NOTHING), new NoRemote())).isEqualTo(half);
  }

  /** A dict of such keys takes the square of their number in Java's maps. */
  @Test
  void keysOfOneHashCodeAreRefusedInTime() {
    ArrayNode dict = NODES.arrayNode().add("dict");
    for (int i = 0; i < 1 << 17; i++) {
      StringBuilder key = new StringBuilder();
      for (int bit = 0; bit < 17; bit++) {
        key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      dict.add(NODES.arrayNode().add("list").add(key.toString())).add(1);
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThrows(
                IllegalArgumentException.class, () -> WireData.fromNode(dict, new NoRemote())));
  }

  private static Message received(byte[] bytes) throws IOException {
    return new Wire(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream()).receive();
  }

  private static final class NoRemote implements WireData.Remote {
    @Override
    public dev.pyrestrict.runtime.HostFunction function(long target) {
      throw new AssertionError();
    }

    @Override
    public java.util.Iterator<?> iterator(long target) {
      throw new AssertionError();
    }

    @Override
    public dev.pyrestrict.runtime.HostObject object(
        long target, String name, List<String> attributes, List<String> methods) {
      throw new AssertionError();
    }
  }

  /** Kept to show that maps with keys that are no text cross too. */
  @Test
  void keysMayBeAnyValue() throws IOException {
    Map<Object, Object> map = Map.of(1L, "one", List.of(2L), true);
    assertThat(WireData.fromNode(WireData.toNode(map, NOTHING), new NoRemote())).isEqualTo(map);
  }
}
