package dev.pyrestrict.hosting;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pyrestrict.runtime.Engines;
import dev.pyrestrict.runtime.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a host and a cell say to each other. Numbers name guests, requests and the host's objects;
 * they mean nothing outside of their cell. Guests' values are in the form of {@link WireData}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Message.Begin.class, name = "begin"),
  @JsonSubTypes.Type(value = Message.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = Message.Open.class, name = "open"),
  @JsonSubTypes.Type(value = Message.Add.class, name = "add"),
  @JsonSubTypes.Type(value = Message.Run.class, name = "run"),
  @JsonSubTypes.Type(value = Message.Call.class, name = "call"),
  @JsonSubTypes.Type(value = Message.Close.class, name = "close"),
  @JsonSubTypes.Type(value = Message.Output.class, name = "output"),
  @JsonSubTypes.Type(value = Message.TimeLeft.class, name = "time left"),
  @JsonSubTypes.Type(value = Message.Ended.class, name = "ended"),
  @JsonSubTypes.Type(value = Message.Ask.class, name = "ask"),
  @JsonSubTypes.Type(value = Message.Answer.class, name = "answer"),
})
sealed interface Message {
  /** Instead of a number of steps, where they are not counted. */
  long UNCOUNTED = -1;

  static Optional<Long> counted(long steps) {
    return steps < 0 ? Optional.empty() : Optional.of(steps);
  }

  /** To the cell, once: the policy of all its guests, as a policy file, and their engines. */
  record Begin(String policy, Engines engines) implements Message {}

  /** From the cell, once: guests can be opened. */
  record Ready() implements Message {}

  /** To the cell: a new guest. */
  record Open(
      long guest,
      LimitsForm limits,
      List<String> arguments,
      Map<String, JsonNode> predeclared,
      Map<String, String> lent,
      String prologue)
      implements Message {}

  /** To the cell: a module that the guest may import. */
  record Add(long guest, String name, String artifact, String source) implements Message {}

  /** To the cell: run a compiled module, in the artifact's form. */
  record Run(long request, long guest, String artifact, String source, LimitsForm limits)
      implements Message {}

  /** To the cell: call a function of the guest's module. */
  record Call(long request, long guest, String function, JsonNode arguments) implements Message {}

  /** To the cell: the guest is not needed any more. */
  record Close(long guest) implements Message {}

  /** From the cell: what a guest wrote, a binary node. */
  record Output(long guest, boolean errors, JsonNode bytes) implements Message {}

  /** From the cell, again and again: what a running request has left, in milliseconds. */
  record TimeLeft(long request, long cpu, long wall) implements Message {}

  /** From the cell: how a request ended. */
  record Ended(
      long request,
      Kind kind,
      int number,
      String text,
      String detail,
      boolean stopped,
      JsonNode value,
      UsageForm usage)
      implements Message {

    /** The cases of {@link dev.pyrestrict.runtime.GuestResult}. */
    enum Kind {
      COMPLETED,
      RAISED,
      CPU,
      WALL,
      MEMORY,
      OUTPUT,
      STEPS,
      STACK,
      FAULT
    }
  }

  /** {@link dev.pyrestrict.runtime.Limits} in milliseconds, bytes, calls and steps. */
  record LimitsForm(
      long cpu,
      long wall,
      long memoryBytes,
      long outputBytes,
      int recursionDepth,
      long resultBytes,
      long steps) {
    static LimitsForm of(Limits limits) {
      return new LimitsForm(
          limits.cpu().toMillis(),
          limits.wall().toMillis(),
          limits.memoryBytes(),
          limits.outputBytes(),
          limits.recursionDepth(),
          limits.resultBytes(),
          limits.steps().orElse(UNCOUNTED));
    }

    Limits limits() {
      return new Limits(
          Duration.ofMillis(cpu),
          Duration.ofMillis(wall),
          memoryBytes,
          outputBytes,
          recursionDepth,
          resultBytes,
          counted(steps));
    }
  }

  /** {@link dev.pyrestrict.runtime.Usage} in nanoseconds, bytes and steps. */
  record UsageForm(long cpu, long wall, long allocatedBytes, long outputBytes, long steps) {}

  /** From the cell: a guest calls a function or method of the host, or reads an attribute. */
  record Ask(
      long question, long guest, long target, String member, JsonNode arguments, JsonNode keywords)
      implements Message {}

  /** To the cell: what came of it; a type is that of a Python exception. */
  record Answer(long question, JsonNode value, String errorType, String errorMessage)
      implements Message {}
}
