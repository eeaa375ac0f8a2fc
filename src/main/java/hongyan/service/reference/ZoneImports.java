package hongyan.service.reference;

import hongyan.geo.files.PolygonFile;
import hongyan.geo.files.ZoneProposal;
import hongyan.geo.place.Repair;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneOrigin;
import hongyan.service.accounts.WhoAsks;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the features of a file that somebody has looked at. */
@Component
class ZoneImports {
  private final ZoneBook zones;
  private final WhoAsks whoAsks;
  private final Clock clock;

  ZoneImports(ZoneBook zones, WhoAsks whoAsks, Clock clock) {
    this.zones = zones;
    this.whoAsks = whoAsks;
    this.clock = clock;
  }

  /**
   * What became of a feature: {@code taken}, {@code repaired}, {@code unchanged}, {@code refused}.
   */
  record Taken(ZoneProposal proposal, String outcome) {}

  /** Enters what is sound, and what is mended by a repair that was accepted by name. */
  List<Taken> take(
      PolygonFile file, byte[] bytes, List<ZoneProposal> proposals, ImportOptions options) {
    String sha256 = sha256(bytes);
    List<Taken> taken = new ArrayList<>();
    for (ZoneProposal proposal : proposals) {
      boolean repaired = proposal.mendable() && options.repairs(proposal.feature());
      if (proposal.unchanged()) {
        taken.add(new Taken(proposal, "unchanged"));
      } else if (repaired || proposal.sound()) {
        zones.enter(zone(file, sha256, proposal, options, repaired ? proposal.repair() : null));
        taken.add(new Taken(proposal, repaired ? "repaired" : "taken"));
      } else {
        taken.add(new Taken(proposal, "refused"));
      }
    }
    return taken;
  }

  private Zone zone(
      PolygonFile file,
      String sha256,
      ZoneProposal proposal,
      ImportOptions options,
      @Nullable Repair repair) {
    return new Zone(
        proposal.id(),
        proposal.name(),
        Objects.requireNonNull(proposal.kind()),
        proposal.version(),
        repair == null ? proposal.geometry() : repair.geometry(),
        Objects.requireNonNull(proposal.validFrom()),
        proposal.validTo(),
        proposal.seasons(),
        proposal.document(),
        proposal.illustrative(),
        new ZoneOrigin(
            whoAsks.get().account(),
            clock.instant(),
            options.name(),
            sha256,
            file.datum(),
            repair == null ? null : words(proposal, repair)));
  }

  private static String words(ZoneProposal proposal, Repair repair) {
    return "%s; JTS GeometryFixer: %d part(s), %.4f ha, as written %.4f ha"
        .formatted(
            String.join("; ", proposal.faults().stream().map(fault -> fault.message()).toList()),
            repair.parts(),
            repair.hectares(),
            repair.hectaresAsWritten());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
