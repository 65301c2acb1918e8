package dev.pyrestrict.cli;

import java.util.Arrays;

/**
 * A pattern of paths in the form of {@code .gitignore}. Whoever wrote the tree that is looked at
 * wrote it: a path is gone through once, with all places of the pattern at which it may be, for a
 * regular expression would try each star with each length.
 */
final class Glob {
  private enum Kind {
    CHARACTER,
    /** {@code ?}: one that is no slash. */
    ANY_BUT_SLASH,
    /** {@code *}: any number of such. */
    NAME,
    /** {@code **}: any number of characters. */
    PATH,
    /** {@code **}{@code /}: nothing, or ... */
    DIRECTORIES,
    /** ... what ends with a slash. */
    IN_DIRECTORIES
  }

  private final Kind[] kinds;
  private final char[] characters;
  private int length;

  /** A pattern with a slash inside is tied to the directory; one without matches at any depth. */
  Glob(String pattern) {
    // Each piece takes one place for each of its characters, at most.
    kinds = new Kind[pattern.length() + 2];
    characters = new char[kinds.length];
    int i = pattern.startsWith("/") ? 1 : 0;
    if (!pattern.contains("/")) {
      addDirectories();
    }
    while (i < pattern.length()) {
      if (pattern.startsWith("**/", i)) {
        addDirectories();
        i += 3;
      } else if (pattern.startsWith("**", i)) {
        add(Kind.PATH, '*');
        i += 2;
      } else {
        char character = pattern.charAt(i++);
        add(
            switch (character) {
              case '*' -> Kind.NAME;
              case '?' -> Kind.ANY_BUT_SLASH;
              default -> Kind.CHARACTER;
            },
            character);
      }
    }
  }

  private void addDirectories() {
    add(Kind.DIRECTORIES, '/');
    add(Kind.IN_DIRECTORIES, '/');
  }

  private void add(Kind kind, char character) {
    kinds[length] = kind;
    characters[length++] = character;
  }

  /** Reports whether all of a path, with slashes, is as the pattern says. */
  boolean matches(String path) {
    boolean[] places = new boolean[length + 1];
    boolean[] next = new boolean[length + 1];
    places[0] = true;
    leaveOut(places);
    for (int i = 0; i < path.length(); i++) {
      Arrays.fill(next, false);
      char character = path.charAt(i);
      boolean alive = false;
      for (int place = 0; place < length; place++) {
        alive |= places[place] && step(place, character, next);
      }
      if (!alive) {
        return false;
      }
      leaveOut(next);
      boolean[] free = places;
      places = next;
      next = free;
    }
    return places[length];
  }

  /** Marks where a character leads from a place; false when it leads nowhere. */
  private boolean step(int place, char character, boolean[] next) {
    boolean slash = character == '/';
    switch (kinds[place]) {
      case CHARACTER -> {
        next[place + 1] |= character == characters[place];
        return character == characters[place];
      }
      case ANY_BUT_SLASH -> {
        next[place + 1] |= !slash;
        return !slash;
      }
      case NAME -> {
        next[place] |= !slash;
        return !slash;
      }
      case PATH -> next[place] = true;
      case IN_DIRECTORIES -> {
        next[place] = true;
        next[place + 1] |= slash;
      }
      case DIRECTORIES -> {
        return false;
      }
    }
    return true;
  }

  /** Marks where one is as well when what may be nothing is left out. */
  private void leaveOut(boolean[] places) {
    for (int place = 0; place < length; place++) {
      if (places[place]) {
        switch (kinds[place]) {
          case NAME, PATH -> places[place + 1] = true;
          case DIRECTORIES -> {
            places[place + 1] = true;
            places[place + 2] = true;
          }
          case CHARACTER, ANY_BUT_SLASH, IN_DIRECTORIES -> {}
        }
      }
    }
  }
}
