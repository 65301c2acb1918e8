package dev.pyrestrict.grammar;

import com.google.common.collect.ImmutableMap;
import dev.pyrestrict.grammar.antlr.PythonTokens;

/**
 * The keywords and names of one source: a word becomes one string however often it is written. A
 * word that finds no place within a few steps is made anew each time, so that nobody makes this
 * slow by choosing names.
 */
final class Words {
  private static final int STEPS = 8;
  private static final int MIN_SIZE = 1 << 8;
  private static final int MAX_SIZE = 1 << 16;
  private static final ImmutableMap<String, Integer> KEYWORDS = keywords();

  private final char[] source;
  private final Word[] words;

  Words(char[] source) {
    this.source = source;
    words = new Word[Math.clamp(Integer.highestOneBit(source.length / 16 + 1), MIN_SIZE, MAX_SIZE)];
  }

  /**
   * A word of ASCII characters.
   *
   * @param type of its token: a keyword's, or NAME
   * @param start where it stands first
   */
  record Word(String text, int type, int hash, int start, int end) {}

  /** Returns the word that stands there; {@code hash} is its {@link String#hashCode}. */
  Word at(int start, int end, int hash) {
    for (int step = 0; step < STEPS; step++) {
      int slot = (hash ^ hash >>> 16) + step & words.length - 1;
      Word word = words[slot];
      if (word == null) {
        words[slot] = read(start, end, hash);
        return words[slot];
      }
      if (word.hash == hash && isRepeated(word, start, end)) {
        return word;
      }
    }
    return read(start, end, hash);
  }

  /** Compares character by character: words are too short for {@code Arrays.equals} to pay. */
  private boolean isRepeated(Word word, int start, int end) {
    if (word.end - word.start != end - start) {
      return false;
    }
    for (int i = start, j = word.start; i < end; i++, j++) {
      if (source[i] != source[j]) {
        return false;
      }
    }
    return true;
  }

  private Word read(int start, int end, int hash) {
    String text = new String(source, start, end - start);
    return new Word(text, KEYWORDS.getOrDefault(text, PythonTokens.NAME), hash, start, end);
  }

  private static ImmutableMap<String, Integer> keywords() {
    ImmutableMap.Builder<String, Integer> keywords = ImmutableMap.builder();
    for (int type = 1; type <= PythonTokens.VOCABULARY.getMaxTokenType(); type++) {
      String literal = PythonTokens.VOCABULARY.getLiteralName(type);
      if (literal != null && Identifiers.isKeyword(literal.substring(1, literal.length() - 1))) {
        keywords.put(literal.substring(1, literal.length() - 1), type);
      }
    }
    return keywords.buildOrThrow();
  }
}
