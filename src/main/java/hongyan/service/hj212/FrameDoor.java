package hongyan.service.hj212;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.records.Topics;
import hongyan.service.doors.Door;
import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Refusal;
import hongyan.service.doors.rejects.Rule;
import hongyan.service.doors.rejects.Sha256;
import hongyan.service.log.RecordLog;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges frames and puts what they hold onto the log, many at once. An upload is answered only when
 * it is durable; one that is refused is kept as a reject and, as the standard has it for a wrong
 * checksum, not answered. An upload that is split into packets has the moment and whole factors in
 * each of them (HJ 212-2017, 6.3.3 and its examples), so each is taken and answered by itself. Used
 * by one thread at a time.
 */
final class FrameDoor {
  /**
   * Uploads: 2011 real-time, 2021 states, 2031 day, 2041 run-time, 2051 minute, 2061 hour, 2081.
   */
  private static final String UPLOAD = "2\\d{3}";

  /** Heartbeat (2025), and answers to requests that this door never makes. */
  private static final String NO_DATA = "90\\d{2}";

  /** What came over a connection: a packet or what is broken, and where an answer goes. */
  record Arrival(@Nullable Packet packet, @Nullable Broken broken, Line line) {}

  /** A connection as the door sees it. */
  @FunctionalInterface
  interface Line {
    void answer(byte[] frame);
  }

  private final Door door;
  private final Function<String, Optional<Profile>> profiles;
  private final Tally tally;
  private final Clock clock;

  FrameDoor(Door door, Function<String, Optional<Profile>> profiles, Tally tally, Clock clock) {
    this.door = door;
    this.profiles = profiles;
    this.tally = tally;
    this.clock = clock;
  }

  /**
   * Takes all arrivals in one write to the log, then answers those who asked.
   *
   * @throws hongyan.service.log.LogUnavailable when nothing was acknowledged; devices send again
   */
  void take(List<Arrival> arrivals) {
    Batch batch = new Batch();
    arrivals.forEach(batch::add);
    door.takeReadings(batch.parcels, batch.kept);
    batch.answers.forEach(Runnable::run);
  }

  /** What a batch of arrivals comes to. */
  private final class Batch {
    private final List<Door.Parcel> parcels = new ArrayList<>();
    private final List<RecordLog.Entry> kept = new ArrayList<>();
    private final List<Runnable> answers = new ArrayList<>();
    private final Instant now = clock.instant();

    void add(Arrival arrival) {
      Broken broken = arrival.broken();
      if (broken != null) {
        refuse(broken.bytes(), Packet.text(broken.bytes()), broken.fault(), Tally.UNKNOWN);
        return;
      }
      Packet packet = Objects.requireNonNull(arrival.packet());
      Frame.Parsed parsed = Frame.parse(packet.data());
      Frame frame = parsed.frame();
      if (frame == null) {
        refuse(packet, Objects.requireNonNull(parsed.fault()), Tally.UNKNOWN);
        return;
      }
      profiles
          .apply(frame.mn())
          .ifPresentOrElse(
              profile -> known(frame, packet, profile, arrival.line()),
              () ->
                  refuse(
                      packet,
                      new Fault("MN", frame.mn(), Rule.UNKNOWN_DEVICE, null),
                      Tally.UNKNOWN));
    }

    private void known(Frame sent, Packet packet, Profile profile, Line line) {
      byte[] data = packet.data();
      Frame frame = sent;
      if (profile.sm4Key() != null) {
        frame = sent.withCp(Sm4.decrypt(sent.cp(), HexFormat.of().parseHex(profile.sm4Key())));
        data = plain(packet.data(), frame.cp());
      }
      int right = profile.checksum().of(data);
      if (right != packet.checksum()) {
        tally.of(profile.mn()).wrong(Checksum.matching(data, packet.checksum()));
        refuse(packet, wrongChecksum(packet.checksum(), right), profile.mn());
      } else if (!profile.password().isEmpty() && !profile.password().equals(frame.pw())) {
        refuse(packet, new Fault("PW", null, Rule.WRONG_PASSWORD, null), profile.mn());
      } else if (frame.cn().matches(NO_DATA)) {
        tally.of(profile.mn()).count(Tally.KEPT, now);
        answer(frame, profile, line);
      } else if (!frame.cn().matches(UPLOAD)) {
        refuse(packet, new Fault("CN", frame.cn(), Rule.UNKNOWN_COMMAND, null), profile.mn());
      } else {
        upload(frame, packet, profile, line);
      }
    }

    private void upload(Frame frame, Packet packet, Profile profile, Line line) {
      Measurements measurements = Measurements.parse(Packet.text(frame.cp()));
      String sha256 = Sha256.hex(packet.whole());
      String raw = packet.text();
      Averaging averaging = Uploads.averaging(frame.cn(), profile);
      if (averaging == null) {
        keep(frame, measurements, sha256, raw);
      } else {
        Uploads.Content content = Uploads.content(measurements, averaging, profile, raw);
        parcels.add(new Door.Parcel(sha256, content.items(), content.refused()));
        if (content.items().isEmpty() && content.refused().isEmpty()) {
          keep(frame, measurements, sha256, raw);
        }
      }
      tally.of(profile.mn()).count(averaging == null ? Tally.KEPT : Tally.TAKEN, now);
      answer(frame, profile, line);
    }

    private void keep(Frame frame, Measurements measurements, String sha256, String raw) {
      kept.add(
          new RecordLog.Entry(
              Topics.FRAMES,
              frame.mn(),
              new KeptFrame(
                  frame.mn(),
                  frame.cn(),
                  measurements.dataTime(),
                  door.stamp(sha256).receipt(raw))));
    }

    private void answer(Frame frame, Profile profile, Line line) {
      if (frame.wantsAnswer()) {
        answers.add(() -> line.answer(Answers.taken(frame, profile.checksum())));
      }
    }

    private void refuse(Packet packet, Fault fault, String mn) {
      refuse(packet.whole(), packet.text(), fault, mn);
    }

    private void refuse(byte[] wire, String raw, Fault fault, String mn) {
      parcels.add(new Door.Parcel(Sha256.hex(wire), List.of(), List.of(Refusal.of(0, raw, fault))));
      tally.of(mn).count(fault.rule().code(), now);
    }
  }

  private static Fault wrongChecksum(int given, int right) {
    return new Fault("CRC", hex(given), Rule.CHECKSUM_WRONG, hex(right));
  }

  private static String hex(int checksum) {
    return HexFormat.of().toHexDigits((short) checksum).toUpperCase(Locale.ROOT);
  }

  /** The checksum was made before the body was encrypted; a body keeps its length. */
  private static byte[] plain(byte[] data, byte[] body) {
    byte[] plain = data.clone();
    System.arraycopy(body, 0, plain, data.length - 2 - body.length, body.length);
    return plain;
  }
}
