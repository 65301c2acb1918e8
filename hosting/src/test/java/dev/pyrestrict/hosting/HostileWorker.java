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
          if (call.function().equals("asks and ends")) {
            wire.send(ask(call));
            wire.send(ended(call, "text"));
          } else {
            wire.send(ended(call, "x".repeat(10_000_000)));
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
