package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pyrestrict.rewriter.Spelling;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Reads one word of a few, and says which there are in the letters in which they are written. */
final class Choices<T> implements ITypeConverter<T> {
  private final ImmutableMap<String, T> words;

  private Choices(T[] values) {
    words =
        Arrays.stream(values)
            .collect(
                ImmutableMap.toImmutableMap(
                    value -> ((Enum<?>) value).name().toLowerCase(Locale.ROOT), value -> value));
  }

  /** Has a command read its options that are one word of a few, or a number, this way. */
  static void register(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    for (OptionSpec option : ImmutableList.copyOf(spec.options())) {
      Class<?> type = option.auxiliaryTypes()[0];
      if (type.isEnum() && option.converters().length == 0) {
        Choices<?> choices = new Choices<>(type.getEnumConstants());
        spec.remove(option);
        spec.addOption(
            OptionSpec.builder(option)
                .converters(choices)
                .completionCandidates(choices.words.keySet())
                .build());
      }
    }
    command.registerConverter(int.class, Choices::number);
    command.registerConverter(Integer.class, Choices::number);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a number");
    }
  }

  @Override
  public T convert(String text) {
    return Optional.ofNullable(words.get(text.toLowerCase(Locale.ROOT)))
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + text
                        + "' is none of "
                        + String.join(", ", words.keySet())
                        + Spelling.question(text, words.keySet())
                            .map(question -> "; " + question)
                            .orElse("")));
  }
}
