package dev.pyrestrict.hosting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The process of a cell that a guest has taken over. */
final class HostileWorker {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private HostileWorker() {}

  public static void main(String[] arguments) throws IOException {
    Wire wire = Wire.trusting(System.in, System.out);
    while (true) {
      switch (wire.receive()) {
        case Message.Begin begin -> wire.send(new Message.Ready());
        case Message.Call call -> {
          switch (call.function()) {
            case "asks and ends" -> {
              wire.send(ask(call));
              wire.send(ended(call, "text"));
            }
            case "ends and asks" -> {
              wire.send(ended(call, "text"));
              wire.send(ask(call));
            }
            case "ends and says nothing" -> {
              wire.send(ended(call, "text"));
              wire.send(new Message.Output(call.guest(), false, NODES.binaryNode(new byte[0])));
            }
            case "ends and goes on" -> {
              wire.send(ended(call, "text"));
              for (int i = 0; i < 1000; i++) {
                wire.send(new Message.TimeLeft(call.request(), 1000, 1000));
              }
            }
            default -> wire.send(ended(call, "x".repeat(10_000_000)));
          }
        }
        case Message other -> {}
      }
    }
  }

  private static Message ask(Message.Call call) {
    return new Message.Ask(
        1,
        call.guest(),
        1,
        "",
        WireData.toNode(List.of(), object -> 0),
        WireData.toNode(Map.of(), object -> 0));
  }

  private static Message ended(Message.Call call, String text) {
    return new Message.Ended(
        call.request(),
        Message.Ended.Kind.COMPLETED,
        0,
        text,
        "",
        false,
        NODES.nullNode(),
        new Message.UsageForm(-1, -1, Long.MIN_VALUE, -1, -1));
  }
}
