package dev.pyrestrict.grammar;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code \N{name}} means: the JVM's names, less those that are its own or newer than Unicode
 * 15.0.
 */
public final class CharacterNames {
  private static final String HANGUL = "HANGUL SYLLABLE ";
  private static final String IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-";
  private static final ImmutableList<String> LEADS =
      jamo("G,GG,N,D,DD,R,M,B,BB,S,SS,,J,JJ,C,K,T,P,H");
  private static final ImmutableList<String> VOWELS =
      jamo("A,AE,YA,YAE,EO,E,YEO,YE,O,WA,WAE,OE,YO,U,WEO,WE,WI,YU,EU,YI,I");
  private static final ImmutableList<String> TAILS =
      jamo(",G,GG,GS,N,NJ,NH,D,L,LG,LM,LB,LS,LT,LP,LH,M,B,BS,S,SS,NG,J,C,K,T,P,H");

  private CharacterNames() {}

  private static ImmutableList<String> jamo(String names) {
    return ImmutableList.copyOf(Splitter.on(',').split(names));
  }

  /** Returns the character of that name, an alias or the name of a Hangul syllable among them. */
  public static Optional<Integer> codePoint(String name) {
    Optional<Integer> alias = Optional.ofNullable(Aliases.TABLE.get(Ascii.toUpperCase(name)));
    if (alias.isPresent()) {
      return alias;
    }
    if (name.startsWith(HANGUL)) {
      return syllable(name.substring(HANGUL.length()));
    }
    if (name.startsWith(IDEOGRAPH)) {
      return ideograph(name.substring(IDEOGRAPH.length()));
    }
    return named(name);
  }

  private static Optional<Integer> named(String name) {
    if (!name.equals(name.strip())) {
      return Optional.empty();
    }
    try {
      int point = Character.codePointOf(name);
      boolean assigned =
          Identifiers.isPrintable(point)
              || switch (Character.getType(point)) {
                case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.FORMAT ->
                    true;
                default -> false;
              };
      boolean madeUp =
          Ascii.toUpperCase(name)
              .endsWith(" " + Integer.toHexString(point).toUpperCase(Locale.ROOT));
      return assigned && !madeUp ? Optional.of(point) : Optional.empty();
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> syllable(String name) {
    for (int lead = 0; lead < LEADS.size(); lead++) {
      for (int vowel = 0; vowel < VOWELS.size(); vowel++) {
        String start = LEADS.get(lead) + VOWELS.get(vowel);
        int tail = name.startsWith(start) ? TAILS.indexOf(name.substring(start.length())) : -1;
        if (tail >= 0) {
          return Optional.of(0xac00 + (lead * VOWELS.size() + vowel) * TAILS.size() + tail);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> ideograph(String digits) {
    if (!digits.matches("[0-9A-F]{4,5}")) {
      return Optional.empty();
    }
    int point = Integer.parseInt(digits, 16);
    boolean unified =
        Identifiers.isPrintable(point)
            && Character.getName(point).startsWith("CJK UNIFIED IDEOGRAPHS");
    return unified ? Optional.of(point) : Optional.empty();
  }

  /** Read only when a source has such an escape. */
  private static final class Aliases {
    static final ImmutableMap<String, Integer> TABLE = read();

    private static ImmutableMap<String, Integer> read() {
      ImmutableMap.Builder<String, Integer> aliases = ImmutableMap.builder();
      try (InputStream stream = CharacterNames.class.getResourceAsStream("character-aliases.txt")) {
        String text = new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
        for (String line : Splitter.on('\n').omitEmptyStrings().split(text)) {
          if (!line.startsWith("#")) {
            List<String> fields = Splitter.on(' ').limit(2).splitToList(line);
            aliases.put(fields.get(1), Integer.parseInt(fields.get(0), 16));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return aliases.buildOrThrow();
    }
  }
}
