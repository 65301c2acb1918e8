package example;

import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.rewriter.AttributeRule;
import java.util.Optional;

/** A rule of the host's own: guests don't get an attribute where a certain type defines it. */
record RefusedOfType(String type, String attribute) implements AttributeRule.ByType {
  @Override
  public String id() {
    return "no " + type + "." + attribute;
  }

  @Override
  public ImmutableSet<String> attributes() {
    return ImmutableSet.of(attribute);
  }

  @Override
  public Optional<String> refusal(String askedType, String asked) {
    return askedType.equals(type) ? Optional.of("not of a " + type) : Optional.empty();
  }
}
