package dev.pyrestrict.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pyrestrict.grammar.Printable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one case of an audit.
 *
 * @param file name of its file
 * @param outcome how its last run ended
 * @param escaped whether it got what it must not get
 * @param outputMatches whether it wrote what it has to; empty when that is not known
 * @param detail for people
 * @param milliseconds what its runs took, the making of guests not counted
 * @param runaway whether it still runs, because nothing in its process can stop it: the process has
 *     to be ended at once
 */
record CaseResult(
    String file,
    Outcome outcome,
    boolean escaped,
    Optional<Boolean> outputMatches,
    String detail,
    long milliseconds,
    boolean runaway) {

  /** Returns the result of a case in which pyrestrict itself failed. */
  static CaseResult fault(String file, String detail) {
    return new CaseResult(file, Outcome.FAULT, false, Optional.empty(), detail, 0, false);
  }

  /** Returns the result of a case that had used up its time in a process that could not tell. */
  static CaseResult killed(String file, Duration time) {
    return new CaseResult(
        file,
        Outcome.LIMIT,
        false,
        Optional.empty(),
        "the guest's time was over; its process was ended",
        time.toMillis(),
        true);
  }

  /** How a run ended. */
  enum Outcome {
    REFUSED,
    COMPLETED,
    RAISED,
    LIMIT,
    FAULT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reports whether the case got through. */
  boolean failed() {
    return escaped || outcome == Outcome.FAULT || outputMatches.filter(ok -> !ok).isPresent();
  }

  /** Returns the result as one line of JSON, as the command's contract says. */
  String json() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("file", file);
    line.put("outcome", outcome.toString());
    line.put("escaped", escaped);
    line.put("stdout_ok", outputMatches.orElse(null));
    line.put("detail", detail);
    line.put("ms", milliseconds);
    return Json.line(line);
  }

  /** Returns the result that {@link #json} wrote. */
  static CaseResult fromJson(String text) {
    JsonNode line = Json.parse(text);
    return new CaseResult(
        line.get("file").asText(),
        Outcome.valueOf(line.get("outcome").asText().toUpperCase(Locale.ROOT)),
        line.get("escaped").asBoolean(),
        line.get("stdout_ok").isNull()
            ? Optional.empty()
            : Optional.of(line.get("stdout_ok").asBoolean()),
        line.get("detail").asText(),
        line.get("ms").asLong(),
        false);
  }

  /** Returns the result as one line for people. */
  String text(Console console) {
    String verdict = failed() ? console.red("FAIL") : "ok  ";
    String reason =
        escaped ? " ESCAPED" : outputMatches.filter(ok -> !ok).isPresent() ? " output differs" : "";
    return String.format(
        Locale.ROOT,
        "%s %-9s %6d ms  %s%s%s",
        verdict,
        outcome,
        milliseconds,
        Printable.text(file),
        reason,
        detail.isEmpty() ? "" : ": " + Printable.text(detail));
  }
}
