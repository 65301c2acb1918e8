package dev.pyrestrict.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/** What the module {@code zoneinfo} asks about zones; seconds count from 1970. PEP 495, PEP 615. */
final class TimeZones {
  private static final DateTimeFormatter ABBREVIATION =
      DateTimeFormatter.ofPattern("zzz", Locale.US);

  private TimeZones() {}

  static Object exists(Value... arguments) {
    return ZoneId.getAvailableZoneIds().contains(arguments[0].asString());
  }

  static Object keys(Value... arguments) {
    return ProxyArray.fromArray(ZoneId.getAvailableZoneIds().stream().sorted().toArray());
  }

  /** Offset, daylight saving and abbreviation at a time on the zone's clocks. */
  static Object atLocalTime(Value... arguments) {
    ZoneId zone = ZoneId.of(arguments[0].asString());
    LocalDateTime local = LocalDateTime.ofEpochSecond(arguments[1].asLong(), 0, ZoneOffset.UTC);
    boolean fold = arguments[2].asInt() == 1;
    ZoneRules rules = zone.getRules();
    ZoneOffset offset = rules.getOffset(local);
    ZoneOffsetTransition transition = rules.getTransition(local);
    if (transition != null) {
      // In a gap and in an overlap alike, the first reading is that of before the change.
      offset = fold ? transition.getOffsetAfter() : transition.getOffsetBefore();
    }
    Instant instant = local.toInstant(offset);
    if (transition != null && transition.isGap()) {
      // No instant has this time: what holds is what held on the side that the reading names.
      Instant change = transition.getInstant();
      instant = fold ? change : change.minusSeconds(1);
    }
    Duration saving = rules.getDaylightSavings(instant);
    String name =
        zone.getId().contains("/") || zone.getId().length() > 3
            ? ABBREVIATION.withZone(zone).format(instant)
            : zone.getId();
    return ProxyArray.fromArray(offset.getTotalSeconds(), saving.toSeconds(), name);
  }

  /** Offset and fold at a point in time. */
  static Object atInstant(Value... arguments) {
    ZoneRules rules = ZoneId.of(arguments[0].asString()).getRules();
    Instant instant = Instant.ofEpochSecond(arguments[1].asLong());
    ZoneOffset offset = rules.getOffset(instant);
    List<ZoneOffset> possible = rules.getValidOffsets(LocalDateTime.ofInstant(instant, offset));
    boolean second = possible.size() == 2 && possible.get(1).equals(offset);
    return ProxyArray.fromArray(offset.getTotalSeconds(), second ? 1 : 0);
  }
}
