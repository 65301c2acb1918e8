package dev.pyrestrict.grammar;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes sources that are almost right: pieces of known ones dropped, doubled, swapped and mixed.
 */
final class Mutation {
  private static final Pattern PIECE =
      Pattern.compile(
          "\\w+|[ \\t]+|\\n[ \\t]*|\\*\\*|//|:=|[=!<>]=|->|\\.\\.\\.|.", Pattern.DOTALL);

  private static final ImmutableList<String> WORDS =
      ImmutableList.copyOf(
          Splitter.on(' ')
              .split(
                  "if else for in not and or is lambda yield await async def class return with as"
                      + " try except finally match case _ type global nonlocal import from * ** / ,"
                      + " : ; = := ( ) [ ] { } . ... @ ~ - + f'{ }' 'a' b'a' 1 1j x None True del"
                      + " pass break continue raise assert while elif -> == !"));

  private Mutation() {}

  static String mutate(List<String> sources, Random random) {
    List<String> pieces = pieces(sources.get(random.nextInt(sources.size())));
    for (int changes = 1 + random.nextInt(3); changes > 0 && !pieces.isEmpty(); changes--) {
      int at = random.nextInt(pieces.size());
      switch (random.nextInt(5)) {
        case 0 -> pieces.remove(at);
        case 1 -> pieces.add(at, pieces.get(at));
        case 2 -> pieces.add(at, " " + WORDS.get(random.nextInt(WORDS.size())) + " ");
        case 3 -> pieces.set(at, pieces.get(random.nextInt(pieces.size())));
        default -> {
          List<String> others = pieces(sources.get(random.nextInt(sources.size())));
          int from = random.nextInt(others.size());
          int to = Math.min(others.size(), from + 1 + random.nextInt(6));
          pieces.addAll(at, others.subList(from, to));
        }
      }
    }
    return String.join("", pieces);
  }

  private static List<String> pieces(String source) {
    List<String> pieces = new ArrayList<>(List.of(""));
    Matcher matcher = PIECE.matcher(source);
    while (matcher.find()) {
      pieces.add(matcher.group());
    }
    return pieces;
  }
}
