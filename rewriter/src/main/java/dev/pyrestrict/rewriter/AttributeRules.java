package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules of a host in one policy. Thread-safe. */
public record AttributeRules(ImmutableList<AttributeRule> all) {
  static final AttributeRules NONE = new AttributeRules(ImmutableList.of());

  /** Asks the rules of stage NAME. */
  Optional<String> refusalByName(String attribute) {
    return of(AttributeRule.ByName.class)
        .flatMap(rule -> rule.refusal(attribute).stream())
        .findFirst();
  }

  /** Reports whether a rule of a later stage is to be asked. */
  boolean asksLater(String attribute) {
    return about(AttributeRule.Later.class, attribute).findAny().isPresent();
  }

  /** Asks the rules of stage TYPE. */
  public Optional<String> refusalByType(String type, String attribute) {
    return refusal(AttributeRule.ByType.class, type, attribute);
  }

  /** Reports whether there is a rule of stage OBJECT for the attribute. */
  public boolean asksAlways(String attribute) {
    return about(AttributeRule.ByObject.class, attribute).findAny().isPresent();
  }

  /** Asks the rules of stage OBJECT. */
  public Optional<String> refusalByObject(String type, String attribute) {
    return refusal(AttributeRule.ByObject.class, type, attribute);
  }

  private Optional<String> refusal(
      Class<? extends AttributeRule.Later> stage, String type, String attribute) {
    return about(stage, attribute)
        .flatMap(rule -> rule.refusal(type, attribute).stream())
        .findFirst();
  }

  private <T extends AttributeRule.Later> Stream<T> about(Class<T> stage, String attribute) {
    return of(stage).filter(rule -> rule.attributes().contains(attribute));
  }

  private <T extends AttributeRule> Stream<T> of(Class<T> stage) {
    return all.stream().filter(stage::isInstance).map(stage::cast);
  }

  /** What of the rules belongs to a policy's digest. */
  @Override
  public String toString() {
    return all.stream().map(AttributeRule::id).toList().toString();
  }
}
