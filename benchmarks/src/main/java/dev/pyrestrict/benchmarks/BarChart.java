package dev.pyrestrict.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Draws how much slower than a base the others are: a group of bars for each program, as SVG. */
final class BarChart {
  private static final ImmutableList<String> COLORS = ImmutableList.of("#9db4c0", "#2a6f97");
  private static final int BAR = 9;
  private static final int LEFT = 170;
  private static final int UNIT = 200;

  private BarChart() {}

  static void write(
      Path file,
      Map<String, ImmutableMap<String, Race.Measure>> table,
      String base,
      ImmutableList<String> names) {
    int group = BAR * names.size() + 8;
    int height = group * table.size() + 40;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"800\" height=\"%d\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n",
            height));
    int top = 30;
    for (int i = 0; i < names.size(); i++) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"16\" fill=\"%s\">%s / %s</text>%n",
              LEFT + i * 240,
              COLORS.get(i),
              names.get(i),
              base));
    }
    for (Map.Entry<String, ImmutableMap<String, Race.Measure>> row : table.entrySet()) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n",
              LEFT - 8,
              top + BAR + 3,
              row.getKey()));
      for (int i = 0; i < names.size(); i++) {
        double ratio =
            row.getValue().get(names.get(i)).median() / row.getValue().get(base).median();
        svg.append(
            String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                LEFT,
                top + i * BAR,
                Math.min(ratio, 3) * UNIT,
                BAR - 1,
                COLORS.get(i)));
      }
      top += group;
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%1$d\" x2=\"%1$d\" y1=\"24\" y2=\"%2$d\" stroke=\"black\"/>%n</svg>%n",
            LEFT + UNIT,
            height));
    try {
      Files.writeString(file, svg);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
