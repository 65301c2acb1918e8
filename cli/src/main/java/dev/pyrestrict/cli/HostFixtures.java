package dev.pyrestrict.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Bytes;
import dev.pyrestrict.runtime.GuestCallable;
import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.HostException;
import dev.pyrestrict.runtime.HostFunction;
import dev.pyrestrict.runtime.HostObject;
import dev.pyrestrict.runtime.Secret;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a case of a corpus may ask its host for, given in the way of a host that uses this library.
 * Each of them has a secret around it that no guest may read.
 */
final class HostFixtures {
  private static final String SECRET = "s3cr3t-token";

  /**
   * Asked for, but nothing that a guest holds: a limit, or access that this library never gives.
   */
  private static final ImmutableSet<String> GIVE_NOTHING =
      ImmutableSet.of("soft-limit", "rewriter", "polyglot-open", "host_context");

  /** Puts one thing into a guest's options, under a name. */
  @FunctionalInterface
  private interface Fixture {
    void offer(GuestOptions.Builder options, String name);
  }

  private static final ImmutableMap<String, Fixture> FIXTURES =
      ImmutableMap.<String, Fixture>builder()
          .put("host_fn", function(HostFixtures::echo))
          .put("host_fail", function(HostFixtures::fail))
          .put("host_bad", function(HostFixtures::missingAttribute))
          .put("host_decode", function(HostFixtures::decode))
          .put("host_apply", function(HostFixtures::apply))
          .put(
              "host_gen", function((arguments, keywords) -> List.of(1, SECRET.length()).iterator()))
          .put("host_closure", function((arguments, keywords) -> SECRET.length()))
          .put("host_obj", (options, name) -> options.object(name, hostObject()))
          .put("host_hardened", (options, name) -> options.object(name, hardened()))
          .put(
              "shared_list",
              (options, name) -> options.data(name, List.of("alpha", new Secret(SECRET))))
          .put(
              "shared_dict",
              (options, name) ->
                  options.data(name, ImmutableMap.of("k", 1, "token", new Secret(SECRET))))
          .put("java_obj", HostFixtures::opaque)
          .put("java_obj-all", HostFixtures::opaque)
          .buildOrThrow();

  private HostFixtures() {}

  /** Returns the names under which a guest finds what the needs ask for. */
  static ImmutableSet<String> names(ImmutableList<String> needs) {
    return needs.stream()
        .filter(FIXTURES::containsKey)
        .map(HostFixtures::nameInGuest)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Returns the needs that mean nothing here. */
  static ImmutableSet<String> unknown(ImmutableList<String> needs) {
    return needs.stream()
        .filter(need -> !FIXTURES.containsKey(need) && !GIVE_NOTHING.contains(need))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Gives a guest what the needs ask for. */
  static void offer(ImmutableList<String> needs, GuestOptions.Builder options) {
    for (String need : needs) {
      Optional.ofNullable(FIXTURES.get(need))
          .ifPresent(fixture -> fixture.offer(options, nameInGuest(need)));
    }
  }

  /** The part behind a dash says how a careless host would give it. */
  private static String nameInGuest(String need) {
    return need.replaceFirst("-.*", "");
  }

  private static Fixture function(HostFunction function) {
    return (options, name) -> options.function(name, function);
  }

  private static void opaque(GuestOptions.Builder options, String name) {
    options.object(name, HostObject.opaque(name));
  }

  private static Object echo(List<Object> arguments, Map<String, Object> keywords) {
    if (!arguments.isEmpty()) {
      return arguments.getFirst();
    }
    return keywords.getOrDefault("x", 1);
  }

  private static Object fail(List<Object> arguments, Map<String, Object> keywords)
      throws HostException {
    throw new HostException("ValueError", "host failure " + SECRET.length());
  }

  /** Fails as careless code of a host does: with an exception that names its insides. */
  private static Object missingAttribute(List<Object> arguments, Map<String, Object> keywords)
      throws NoSuchFieldException {
    throw new NoSuchFieldException("Internal(" + SECRET + ") has no field nope");
  }

  private static Object decode(List<Object> arguments, Map<String, Object> keywords)
      throws java.nio.charset.CharacterCodingException {
    byte[] bytes = Bytes.concat(SECRET.getBytes(UTF_8), new byte[] {(byte) 0xff, (byte) 0xfe});
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static Object apply(List<Object> arguments, Map<String, Object> keywords)
      throws HostException {
    if (!arguments.isEmpty() && arguments.getFirst() instanceof GuestCallable callable) {
      return callable.call(arguments.subList(1, arguments.size()));
    }
    throw new HostException("TypeError", "host_apply() needs a function");
  }

  private static HostObject hostObject() {
    return new HostObject(
        "HostObj",
        ImmutableMap.of("name", () -> "host", "tags", () -> List.of("a", "b")),
        ImmutableMap.of(
            "greet",
            (arguments, keywords) -> {
              if (arguments.size() == 1 && arguments.getFirst() instanceof String who) {
                return "hello " + who;
              }
              throw new HostException("TypeError", "greet() needs a string");
            }));
  }

  private static HostObject hardened() {
    return new HostObject(
        "HostHardened",
        ImmutableMap.of(),
        ImmutableMap.of(
            "secret",
            (arguments, keywords) -> {
              throw new HostException("PermissionError", "hidden");
            }));
  }
}
