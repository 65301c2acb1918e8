package dev.pyrestrict.rewriter;

import java.util.Locale;
import java.util.Optional;

/** A part of the language that a policy can leave out: {@code language.classes = false}. */
public enum LanguageFeature {
  ASSIGNMENT_EXPRESSIONS("assignment expressions", "assign in a statement of its own"),
  ASYNC("async functions and what awaits them", "call the function directly"),
  CLASSES("classes", "use functions and dicts"),
  COMPREHENSIONS("comprehensions and generator expressions", "write a loop"),
  DECORATORS("decorators", "call the decorator on the function after its definition"),
  DEL("del statements", "bind the name to None"),
  FUNCTIONS("function definitions", "write the statements where they are needed"),
  GENERATORS("generators", "collect the values in a list"),
  GLOBAL("global statements", "pass values as arguments and return them"),
  IMPORTS("imports", "ask the host for a name that it gives to guests"),
  LAMBDAS("lambdas", "define a function"),
  MATCH("match statements", "write if and elif"),
  NONLOCAL("nonlocal statements", "return the value"),
  TRY("try statements", "test before, instead of catching"),
  TYPE_PARAMETERS("type parameters and type aliases", "leave the types out"),
  WHILE("while loops", "write a for loop"),
  WITH("with statements", "call what the block begins and ends with");

  private final String words;
  private final String instead;

  LanguageFeature(String words, String instead) {
    this.words = words;
    this.instead = instead;
  }

  /** Returns the key of policy files, without {@code language.}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns what it is called in messages, in the plural. */
  String words() {
    return words;
  }

  /** Returns what to write where it is refused. */
  String instead() {
    return instead;
  }

  /** Returns the feature of that key. */
  static Optional<LanguageFeature> of(String key) {
    for (LanguageFeature feature : values()) {
      if (feature.key().equals(key)) {
        return Optional.of(feature);
      }
    }
    return Optional.empty();
  }
}
